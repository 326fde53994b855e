import { renderMath } from "../math/render-math.ts";
import { dateWords } from "../page/date-words.ts";
import { element } from "../page/element.ts";
import { newTabLink, outsideHost } from "../page/paper-links.ts";
import { foundOnRow } from "./found-on.ts";
import type { LibraryPaper } from "./library-paper.ts";
import { markedAbstract } from "./marked-abstract.ts";
import { referenceButtons } from "./reference-buttons.ts";
import { similarPapers } from "./similar-papers.ts";

/**
 * Everything known about one paper; `hash` is the address's, which may name a quote to mark. `say` hears what came of a
 * reader's action, in words.
 */
export function paperView(
  paper: LibraryPaper,
  hash: string,
  say: (words: string) => void,
): readonly HTMLElement[] {
  const { title, authors, published, rawAbstract } = paper;
  const details = [authors.join(", "), published && dateWords(published)].filter((part) => part);
  const heading = element("h1", {}, title);
  const abstract = markedAbstract(paper.abstract, hash);
  for (const text of [heading, abstract]) void renderMath(text);
  return [
    heading,
    ...(details.length > 0 ? [element("p", { class: "row-details" }, details.join(" · "))] : []),
    abstract,
    actions(paper, say),
    similarPapers(paper),
    element("h2", {}, "Where it was found"),
    element("ul", { class: "found-on" }, ...paper.foundOn.map(foundOnRow)),
    element(
      "details",
      { class: "raw-text" },
      element("summary", {}, "The text as it came"),
      element("p", {}, rawAbstract),
    ),
  ];
}

function actions({ paperId, url }: LibraryPaper, say: (words: string) => void): HTMLElement {
  const host = outsideHost(url, location.host);
  const ask = element(
    "a",
    { href: `/?${new URLSearchParams({ paper: paperId })}`, class: "ask-about" },
    "Ask about this paper",
  );
  return element(
    "p",
    { class: "paper-actions" },
    ask,
    ...referenceButtons(paperId, say),
    ...(host ? [newTabLink(url, `Open at ${host}`)] : []),
  );
}
