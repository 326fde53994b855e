import { element } from "../page/element.ts";
import { paperPage } from "../page/paper-links.ts";
import { RequestError } from "../stream/request-error.ts";
import { fetchSimilar } from "./fetch-similar.ts";
import type { LibraryPaper } from "./library-paper.ts";
import { troubleRow } from "./trouble.ts";

/** Links to the papers nearest to one, once they are found; without any the section goes away. */
export function similarPapers(paper: LibraryPaper): HTMLElement {
  const list = element("ul", { class: "similar" });
  const section = element("section", {}, element("h2", {}, "Similar papers"), list);
  const show = async (): Promise<void> => {
    try {
      const similar = await fetchSimilar(paper, new AbortController().signal);
      list.replaceChildren(
        ...similar.map(({ paperId, title }) =>
          element("li", {}, element("a", { href: paperPage(paperId) }, title)),
        ),
      );
      section.hidden = similar.length === 0;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      list.replaceChildren(troubleRow(error.message, () => void show()));
    }
  };
  void show();
  return section;
}
