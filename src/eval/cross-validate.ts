import { mean } from "./summarise.ts";

export interface CrossValidateParts<Candidate, Question> {
  readonly folds: readonly (readonly Question[])[];
  /** The plainest first: it is kept where another is no better. */
  readonly candidates: readonly Candidate[];
  /** How well a candidate does on one question, higher for better; each pair is asked for once. */
  readonly score: (candidate: Candidate, question: Question) => number | Promise<number>;
}

/** What was chosen without looking at a fold, and how it does on it. */
export interface HeldOutFold<Candidate> {
  readonly questionCount: number;
  readonly chosen: Candidate;
  readonly heldOut: number;
}

export interface CrossValidation<Candidate> {
  readonly folds: readonly HeldOutFold<Candidate>[];
  /** The average over all questions, each scored by the candidate that was chosen without it. */
  readonly heldOut: number;
  /** The best candidate over all questions and its average: what a choice that has seen everything would claim. */
  readonly best: { readonly candidate: Candidate; readonly fitted: number };
}

/**
 * Chooses the best candidate on all folds but one and scores it on that one, for each fold in turn.
 * @throws {RangeError} where there is no candidate or there are not two folds with questions.
 */
export async function crossValidate<Candidate, Question>({
  folds,
  candidates,
  score,
}: CrossValidateParts<Candidate, Question>): Promise<CrossValidation<Candidate>> {
  const used = folds.filter((fold) => fold.length > 0);
  if (used.length < 2) throw new RangeError("Cross-validation needs two folds with questions.");
  const scored: Scored<Candidate>[] = [];
  for (const candidate of candidates)
    scored.push({ candidate, byFold: await scoreFolds(candidate, used, score) });
  const heldOutFolds = used.map((fold, held) => {
    const { candidate, byFold } = bestOf(scored, (_, place) => place !== held);
    return { questionCount: fold.length, chosen: candidate, scores: byFold[held] ?? [] };
  });
  const best = bestOf(scored, () => true);
  return {
    folds: heldOutFolds.map(({ scores, ...fold }) => ({ ...fold, heldOut: mean(scores) ?? 0 })),
    heldOut: mean(heldOutFolds.flatMap(({ scores }) => scores)) ?? 0,
    best: { candidate: best.candidate, fitted: mean(best.byFold.flat()) ?? 0 },
  };
}

interface Scored<Candidate> {
  readonly candidate: Candidate;
  /** The scores of each fold's questions. */
  readonly byFold: readonly (readonly number[])[];
}

async function scoreFolds<Candidate, Question>(
  candidate: Candidate,
  folds: readonly (readonly Question[])[],
  score: CrossValidateParts<Candidate, Question>["score"],
): Promise<readonly (readonly number[])[]> {
  const byFold: number[][] = [];
  for (const fold of folds) {
    const scores: number[] = [];
    for (const question of fold) scores.push(await score(candidate, question));
    byFold.push(scores);
  }
  return byFold;
}

function bestOf<Candidate>(
  scored: readonly Scored<Candidate>[],
  counts: (scores: readonly number[], fold: number) => boolean,
): Scored<Candidate> {
  const [first, ...others] = scored;
  if (!first) throw new RangeError("Cross-validation needs a candidate.");
  const averageOf = ({ byFold }: Scored<Candidate>) => mean(byFold.filter(counts).flat()) ?? 0;
  return others.reduce((best, next) => (averageOf(next) > averageOf(best) ? next : best), first);
}
