import type { RankedPaper, RetrievalStage } from "../domain/evidence.ts";
import type { LateIndex } from "../index/paper-index.ts";
import type { Int8Products } from "../models/int8-products.ts";
import { compareTokens } from "./compare-tokens.ts";
import type { EncodedQuestion } from "./encode-question.ts";
import { placesOf } from "./stage-places.ts";

/**
 * What each score counts for, once all are standardised over the candidates. Fitted by five-fold cross-validation over
 * papers on the gold questions and rounded; single ones may be a third larger or smaller without a difference that shows.
 */
const LATE_WEIGHTS = { late: 0.8, reverse: 0.4, passage: 0.6, similarity: 0.6 } as const;

/** The scores that make the order of the late stage. */
export const LATE_STAGES = [
  "late",
  "reverse",
  "passage",
  "similarity",
] as const satisfies readonly RetrievalStage[];

/** How fast a paper's score falls behind the first one's: a lead of this many standard deviations leaves it 1/e. */
const SCORE_SCALE = 2;

/**
 * Ranks the candidates anew by late interaction. Scores are 1 for the first paper and fall towards 0 with its lead; ranks
 * count from 1. `stages` are the scores that count.
 */
export async function rankLate(
  question: EncodedQuestion,
  candidates: readonly RankedPaper[],
  late: LateIndex,
  { multiply, stages }: { readonly multiply: Int8Products; readonly stages: ReadonlySet<RetrievalStage> },
): Promise<readonly RankedPaper[]> {
  const counted = LATE_STAGES.filter((stage) => stages.has(stage));
  if (counted.length === 0) return candidates;
  const tokens = await late.readTokens(candidates.map(({ paper }) => paper.paperId));
  const compared = await compareTokens(question, tokens, late, multiply);
  const scores = candidates.map(({ similarity }, position) => {
    const { late = 0, reverse = 0, passage = 0 } = compared[position] ?? {};
    return { late, reverse, passage, similarity };
  });
  const totals = new Array<number>(candidates.length).fill(0);
  for (const stage of counted) {
    const standardised = standardise(scores.map((score) => score[stage]));
    for (const [position, value] of standardised.entries()) {
      totals[position] = (totals[position] ?? 0) + LATE_WEIGHTS[stage] * value;
    }
  }
  const best = Math.max(...totals);
  const places = counted.map((stage) =>
    placesOf(
      stage,
      scores.map((score) => score[stage]),
    ),
  );
  return candidates
    .map((candidate, position) => ({
      ...candidate,
      score: Math.exp(((totals[position] ?? 0) - best) / SCORE_SCALE),
      stages: [...candidate.stages, ...places.flatMap((place) => place[position] ?? [])],
    }))
    .sort((a, b) => b.score - a.score)
    .map((candidate, position) => ({ ...candidate, rank: position + 1 }));
}

/** In standard deviations from the mean; all 0 where all are equal. */
function standardise(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  const deviation = Math.sqrt(variance);
  return values.map((value) => (deviation > 1e-9 ? (value - mean) / deviation : 0));
}
