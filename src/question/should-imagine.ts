import type { RankedPaper } from "../domain/evidence.ts";

/**
 * The lead of the first paper over the second, 0..1 of its score, below which a search is unsure; chosen by five-fold
 * cross-validation over papers to catch the most wrong first papers with at most a third of the 192 gold questions that
 * papers answer. By late interaction it asks for 61 of them and catches 22 of 23; the first paper's cosine catches 10, the
 * share of the question's words in it 17, and no pair of these more than 22, held out.
 * Fused ranks lie closer together: there it asks for 61 and catches 26 of 42.
 */
const LEAST_LEAD = { late: 0.65, fused: 0.2 } as const;

/**
 * Whether a search without an imagined abstract found no paper that stands out, so that one is worth its second. Never
 * where there is no choice, where the question means nothing to the embedding model, or where it calls the first paper by
 * its title. `papers` come best first.
 */
export function shouldImagine(
  papers: readonly Pick<RankedPaper, "score" | "similarity" | "stages">[],
): boolean {
  const [first, second] = papers;
  if (!first || !second || first.stages.some(({ stage }) => stage === "title")) return false;
  if (first.similarity === 0) return false;
  const isLate = first.stages.some(({ stage }) => stage === "late");
  return first.score - second.score < LEAST_LEAD[isLate ? "late" : "fused"] * first.score;
}
