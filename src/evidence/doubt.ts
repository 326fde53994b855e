import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import { type AskedFor, askedFor } from "./asks-for.ts";
import type { EvidenceParts } from "./choose-evidence.ts";
import { type DoubtFeatures, doubtFeatures } from "./doubt-features.ts";
import { scoreSentences } from "./score-sentences.ts";

/**
 * A logistic regression on whether the first paper only looks as if it answered, fitted on the 192 gold questions that
 * papers answer, 19 that none does (each counts five times) and 147 answerable ones whose evidence was taken out of their
 * paper (three tenths each). Five folds by paper: AUC 0.94; together with what words alone tell, at 3% false refusals, it refuses
 * 15 of the 19 and 38% of those without their evidence. Weighted towards these it would refuse 42%, and more paraphrases.
 */
const WEIGHTS: DoubtFeatures = {
  nameMissing: 0.63,
  nameAndFigure: 2.92,
  figure: 0.43,
  lacksCounted: 1.68,
  figureApart: 0.71,
  words: -0.14,
  best: -0.62,
  mean: -0.67,
  apart: -1.34,
  margin: -3.64,
  worstWord: 0.56,
  titleShare: 2.08,
  window: 4.06,
  reverse: -1.1,
};
const INTERCEPT = -4.75;

/** From this doubt on a question is refused: 3.5% of the answerable gold questions lie above it. */
export const GREATEST_DOUBT = 0.6;

/**
 * The chance (0..1) that the first paper does not state what is asked, as far as its tokens, names and figures tell. 0 where
 * tokens were not compared, for a summary, which every abstract has, and for a question about several papers, of which each
 * states a part.
 */
export function doubtOf(
  question: string,
  papers: readonly RankedPaper[],
  { passagesOf, weightOf }: EvidenceParts,
  asked: AskedFor = askedFor(question),
): number {
  const [first] = papers;
  if (!first || asked.severalPapers || asked.summary) return 0;
  const scored: readonly Evidence[] = scoreSentences(
    question,
    asked,
    first,
    passagesOf(first.paper.paperId),
    weightOf,
  );
  const features = doubtFeatures(question, papers, scored, weightOf);
  if (!features) return 0;
  let sum = INTERCEPT;
  for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * features[name as keyof DoubtFeatures];
  return 1 / (1 + Math.exp(-sum));
}
