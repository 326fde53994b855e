import type { RankedPaper } from "../domain/evidence.ts";
import type { AskedFor } from "./asks-for.ts";

/** A paper that scores this share of the first one or more may as well be the one that is meant: it is answered from, too. */
const RIVAL_SHARE = 0.7;

/** Papers that an answer about several ones takes where the question doesn't say how many. */
const LEAST_PAPERS = 2;
const MOST_PAPERS = 5;

/** Such a paper scores at least this share of the first one … */
const FITTING_SHARE = 0.22;
/** … and this many times as much as the papers that only turn up beside them. */
const ABOVE_OTHERS = 1.65;
/** Those are the papers of these ranks. */
const OTHERS = { from: 9, to: 12 } as const;

/**
 * The papers that an answer quotes, best first: one, two where no paper stands out, or those that fit a question about
 * several. Chosen on the gold questions: a second paper from 0.7 on raises the share of right papers cited from 0.88 to 0.91
 * and leaves the share of cited papers that are right.
 */
export function choosePapers(papers: readonly RankedPaper[], asked: AskedFor): readonly RankedPaper[] {
  return papers.slice(0, asked.severalPapers ? countFitting(papers, asked) : 1 + Number(hasRival(papers)));
}

/** Whether the second paper comes so close to the first that either may be meant. */
export function hasRival([first, second]: readonly RankedPaper[]): boolean {
  const isNamed = first?.stages.some(({ stage }) => stage === "title") ?? false;
  return !isNamed && (second?.score ?? 0) > RIVAL_SHARE * (first?.score ?? 1);
}

function countFitting(papers: readonly RankedPaper[], { paperCount }: AskedFor): number {
  if (paperCount !== undefined) return paperCount;
  const best = papers[0]?.score ?? 0;
  const others = median(papers.slice(OTHERS.from - 1, OTHERS.to).map(({ score }) => score));
  const fitting = papers.findIndex(
    ({ score }) => score < FITTING_SHARE * best || score < ABOVE_OTHERS * others,
  );
  return Math.min(MOST_PAPERS, Math.max(LEAST_PAPERS, fitting < 0 ? papers.length : fitting));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
