import type { Footnote } from "../domain/footnote.ts";
import type { GoldQuestion } from "./gold-question.ts";

const PAPERS_A_PAGE = 100;

/** The gold titles that no paper of the collection has: questions about them can't be scored fairly. */
export async function unknownTitles(
  questions: readonly GoldQuestion[],
  footnote: Footnote,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const known = new Set<string>();
  for (let offset = 0, total = 1; offset < total; offset += PAPERS_A_PAGE) {
    const page = await footnote.listPapers({ sort: "title", offset, limit: PAPERS_A_PAGE, signal });
    for (const { title } of page.papers) known.add(title);
    total = page.total;
  }
  return [...new Set(questions.flatMap(({ gold }) => gold))].filter((title) => !known.has(title));
}
