import type { RetrievalStage, StagePlace } from "../domain/evidence.ts";

/** The place of each score in one stage: rank 1 for the greatest, equal ones in their order. */
export function placesOf(stage: RetrievalStage, scores: readonly number[]): readonly StagePlace[] {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const ranks = new Map(order.map((position, place) => [position, place + 1]));
  return scores.map((score, position) => ({ stage, rank: ranks.get(position) ?? 0, score }));
}
