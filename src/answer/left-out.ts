import type { Paper } from "../domain/paper.ts";
import type { StandaloneQuestion } from "../domain/question.ts";
import { type Papers, withoutAccents } from "../question/named-papers.ts";
import { termFinder } from "../text/spelling-pattern.ts";
import { papersCalledIn, placesCalledIn } from "./papers-called.ts";

/**
 * The paper that a question is about although the reader's limits leave it out: the one that is meant, or the first one
 * that `asked`, the last question, calls by name, where it is about no paper within the limits and none of those speaks
 * of that name.
 */
export function paperLeftOut(
  { meant, text }: StandaloneQuestion,
  asked: string,
  papers: Papers,
  allowed: ReadonlySet<string>,
): Paper | undefined {
  const isAllowed = ({ paperId }: Paper) => allowed.has(paperId);
  if (meant) return isAllowed(meant) ? undefined : meant;
  if (papersCalledIn(text, papers).some(isAllowed)) return undefined;
  const within = [...papers.values()].filter(isAllowed);
  const written = withoutAccents(asked);
  return placesCalledIn(asked, papers).find(({ start, end }) => {
    const name = termFinder(written.slice(start, end));
    return !within.some(({ title, abstract }) => name.countIn(title) > 0 || name.countIn(abstract) > 0);
  })?.paper;
}
