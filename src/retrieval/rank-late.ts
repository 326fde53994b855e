import type { RankedPaper, RetrievalStage, TokenMatches } from "../domain/evidence.ts";
import type { Passage } from "../domain/passage.ts";
import type { LateIndex, PaperIndex } from "../index/paper-index.ts";
import type { Int8Products } from "../models/int8-products.ts";
import { compareTokens, type TokenScores } from "./compare-tokens.ts";
import type { EncodedQuestion } from "./encode-question.ts";
import { placesOf } from "./stage-places.ts";
import { standardise } from "./standardise.ts";

/**
 * What each score counts for, once all are standardised over the candidates. Fitted by five-fold cross-validation over
 * papers on the gold questions and rounded; single ones may be a third larger or smaller without a difference that shows.
 */
const LATE_WEIGHTS = { late: 0.8, reverse: 0.4, window: 0.6, similarity: 0.6, overlap: 0.6 } as const;

/** The scores that make the order of the late stage. */
export const LATE_STAGES = [
  "late",
  "reverse",
  "window",
  "similarity",
  "overlap",
] as const satisfies readonly RetrievalStage[];

/**
 * The words of a question count where some paper has most of them: from 0.4 of their weight on, and in full from 0.6. What
 * asks in other words shares few with any paper, and those mislead: counted always, words cost paraphrases three points of
 * MRR; counted so they cost nothing, and SciFact gains a point of R@5 (0.783 to 0.792).
 */
const COVERAGE_FROM = 0.4;
const COVERAGE_TO = 0.6;

/** How fast a paper's score falls behind the first one's: a lead of this many standard deviations leaves it 1/e. */
const SCORE_SCALE = 2;

/**
 * What an imagined abstract counts for beside the question. With abstracts written by a capable hand, 0.4 lifts the
 * questions that it is asked for by 14 points of MRR and 0.8 by 20; a tiny model's do harm, the less the less they count.
 */
const HYPOTHESIS_WEIGHT = 0.4;

export interface RankLateOptions {
  readonly multiply: Int8Products;
  /** The scores that count. */
  readonly stages: ReadonlySet<RetrievalStage>;
  /** An abstract that would answer, where one was imagined. */
  readonly hypothesis?: EncodedQuestion | undefined;
  /** The greatest share (0..1) of the question's words that a candidate has. */
  readonly coverage: number;
}

/**
 * Ranks the candidates anew by late interaction. Scores are 1 for the first paper and fall towards 0 with its lead; ranks
 * count from 1.
 */
export async function rankLate(
  question: EncodedQuestion,
  candidates: readonly RankedPaper[],
  { late, passagesOf }: { readonly late: LateIndex; readonly passagesOf: PaperIndex["passagesOf"] },
  { multiply, stages, hypothesis, coverage }: RankLateOptions,
): Promise<readonly RankedPaper[]> {
  const wordsCount = (coverage - COVERAGE_FROM) / (COVERAGE_TO - COVERAGE_FROM);
  const weights = { ...LATE_WEIGHTS, overlap: LATE_WEIGHTS.overlap * Math.min(1, Math.max(0, wordsCount)) };
  const counted = LATE_STAGES.filter((stage) => stages.has(stage) && weights[stage] > 0);
  if (counted.length === 0) return candidates;
  const tokens = await late.readTokens(candidates.map(({ paper }) => paper.paperId));
  const compare = (encoded: EncodedQuestion) => compareTokens(encoded, tokens, late, multiply);
  const scoresOf = (compared: readonly TokenScores[]): readonly LateScores[] =>
    candidates.map(({ similarity, stages: found }, position) => {
      const { late, reverse, window } = compared[position] ?? NO_SCORES;
      return {
        late,
        reverse,
        window,
        similarity,
        overlap: found.find(({ stage }) => stage === "words")?.score ?? 0,
      };
    });
  const compared = await compare(question);
  const scores = scoresOf(compared);
  const byQuestion = totalsOf(scores, counted, weights);
  const byHypothesis = hypothesis && totalsOf(scoresOf(await compare(hypothesis)), counted, weights);
  const totals = byQuestion.map(
    (total, position) => total + HYPOTHESIS_WEIGHT * (byHypothesis?.[position] ?? 0),
  );
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
      matches: matchesOf(question, passagesOf(candidate.paper.paperId), compared[position] ?? NO_SCORES),
      stages: [...candidate.stages, ...places.flatMap((place) => place[position] ?? [])],
    }))
    .sort((a, b) => b.score - a.score)
    .map((candidate, position) => ({ ...candidate, rank: position + 1 }));
}

/** For what is asked now: what was carried over has no part in which place answers. */
function matchesOf(
  { pieces, askedWeights }: EncodedQuestion,
  passages: readonly Passage[],
  { sentences: [title, ...sentences] }: Pick<TokenScores, "sentences">,
): TokenMatches {
  const unmatched = pieces.map(() => -1);
  return {
    pieces,
    weights: askedWeights,
    title: title?.inWhole ?? unmatched,
    sentences: passages
      .flatMap((passage) => passage.sentences)
      .map(({ start, end }, place) => ({
        start,
        end,
        inWhole: sentences[place]?.inWhole ?? unmatched,
        inWindow: sentences[place]?.inWindow ?? unmatched,
      })),
  };
}

type LateScores = Readonly<Record<(typeof LATE_STAGES)[number], number>>;

const NO_SCORES: TokenScores = { late: 0, reverse: 0, window: 0, sentences: [] };

/** The weighted sum of each candidate's scores, once all are standardised. */
function totalsOf(
  scores: readonly LateScores[],
  counted: readonly (keyof LateScores)[],
  weights: LateScores,
): readonly number[] {
  const columns = counted.map((stage) => ({
    weight: weights[stage],
    values: standardise(scores.map((score) => score[stage])),
  }));
  return scores.map((_, position) =>
    columns.reduce((sum, { weight, values }) => sum + weight * (values[position] ?? 0), 0),
  );
}
