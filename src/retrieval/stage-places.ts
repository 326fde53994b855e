import type { RetrievalStage, StagePlace } from "../domain/evidence.ts";

/** The place of each score in one stage: rank 1 for the greatest, the same rank for equal ones. */
export function placesOf(stage: RetrievalStage, scores: readonly number[]): readonly StagePlace[] {
  const ranks = new Map<number, number>();
  for (const [position, score] of scores.toSorted((a, b) => b - a).entries())
    if (!ranks.has(score)) ranks.set(score, position + 1);
  return scores.map((score) => ({ stage, rank: ranks.get(score) ?? 0, score }));
}
