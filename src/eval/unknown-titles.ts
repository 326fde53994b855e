import type { Footnote } from "../domain/footnote.ts";
import { allPapers } from "./all-papers.ts";
import type { GoldQuestion } from "./gold-question.ts";

/** The gold titles that no paper of the collection has: questions about them can't be scored fairly. */
export async function unknownTitles(
  questions: readonly GoldQuestion[],
  footnote: Footnote,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const known = new Set((await allPapers(footnote, signal)).map(({ title }) => title));
  return [...new Set(questions.flatMap(({ gold }) => gold))].filter((title) => !known.has(title));
}
