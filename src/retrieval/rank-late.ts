import type { RankedPaper } from "../domain/evidence.ts";
import type { LateIndex } from "../index/paper-index.ts";
import type { Int8Products } from "../models/int8-products.ts";
import { compareTokens } from "./compare-tokens.ts";
import type { EncodedQuestion } from "./encode-question.ts";

/**
 * What each score counts for, once all are standardised over the candidates. Fitted by five-fold cross-validation over
 * papers on the gold questions and rounded; single ones may be a third larger or smaller without a difference that shows.
 */
export const LATE_WEIGHTS = { late: 0.8, reverse: 0.4, similarity: 0.6, passage: 0.6 } as const;

/** How fast a paper's score falls behind the first one's: a lead of this many standard deviations leaves it 1/e. */
const SCORE_SCALE = 2;

/**
 * Ranks the candidates anew by late interaction. Scores are 1 for the first paper and fall towards 0 with its lead; ranks
 * count from 1.
 */
export async function rankLate(
  question: EncodedQuestion,
  candidates: readonly RankedPaper[],
  late: LateIndex,
  multiply: Int8Products,
): Promise<readonly RankedPaper[]> {
  const tokens = await late.readTokens(candidates.map(({ paper }) => paper.paperId));
  const compared = await compareTokens(question, tokens, late, multiply);
  const columns = {
    late: standardise(compared.map((scores) => scores.late)),
    reverse: standardise(compared.map((scores) => scores.reverse)),
    passage: standardise(compared.map((scores) => scores.passage)),
    similarity: standardise(candidates.map(({ similarity }) => similarity)),
  };
  const totals = candidates.map(
    (_, position) =>
      LATE_WEIGHTS.late * (columns.late[position] ?? 0) +
      LATE_WEIGHTS.reverse * (columns.reverse[position] ?? 0) +
      LATE_WEIGHTS.passage * (columns.passage[position] ?? 0) +
      LATE_WEIGHTS.similarity * (columns.similarity[position] ?? 0),
  );
  const best = Math.max(...totals);
  return candidates
    .map((candidate, position) => ({
      ...candidate,
      score: Math.exp(((totals[position] ?? 0) - best) / SCORE_SCALE),
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
