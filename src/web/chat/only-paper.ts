import { fetchPaper } from "../library/fetch-paper.ts";
import { element } from "../page/element.ts";
import { newTabLink, paperPage } from "../page/paper-links.ts";
import { RequestError } from "../stream/request-error.ts";

/** The paper that questions are limited to, as a line above the question box from which it can be taken away. */
export interface OnlyPaper {
  /** Undefined where questions go to all papers. */
  readonly paperIds: readonly string[] | undefined;
}

/** Limits questions to the paper that the page's address names (`/?paper=…`), and shows it in `line`. */
export function limitToPaper(line: HTMLElement, paperId: string | null): OnlyPaper {
  let limit = paperId ?? undefined;
  const removal = element("button", { type: "button", class: "quiet-button" }, "Ask all papers");
  removal.addEventListener("click", () => {
    limit = undefined;
    line.hidden = true;
    history.replaceState(null, "", "/");
  });
  if (limit !== undefined) {
    const address = paperPage(limit);
    void titleOf(limit).then((title) => {
      line.replaceChildren(element("p", {}, "Only ", newTabLink(address, title)), removal);
      line.hidden = limit === undefined;
    });
  }
  return {
    get paperIds() {
      return limit === undefined ? undefined : [limit];
    },
  };
}

/** While the index is being built the title can't be told yet; the limit holds all the same. */
async function titleOf(paperId: string): Promise<string> {
  try {
    const { signal } = new AbortController();
    return (await fetchPaper(paperId, signal)).title;
  } catch (error) {
    if (error instanceof RequestError) return paperId;
    throw error;
  }
}
