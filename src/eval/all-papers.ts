import type { Footnote } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";

const PAPERS_A_PAGE = 100;

/** Every paper of the collection, in the order in which they were added, read page by page. */
export async function allPapers(
  footnote: Pick<Footnote, "listPapers">,
  signal: AbortSignal,
): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (let total = 1; papers.length < total; ) {
    const offset = papers.length;
    const page = await footnote.listPapers({ sort: "added", offset, limit: PAPERS_A_PAGE, signal });
    // Papers may go while they are listed.
    if (page.papers.length === 0) break;
    papers.push(...page.papers);
    total = page.total;
  }
  return papers;
}
