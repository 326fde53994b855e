import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { Passage } from "../domain/passage.ts";
import { contentTerms } from "../text/terms.ts";
import { type AskedFor, askedFor } from "./asks-for.ts";
import { scoreSentences, type TermWeight } from "./score-sentences.ts";

/** How much evidence is wanted, and from how many papers. */
export interface EvidenceLimits {
  readonly papers: number;
  readonly perPaper: number;
  /** A paper whose retrieval score is below this share of the first one's is left out. */
  readonly paperShare: number;
}

export interface EvidenceParts {
  readonly passagesOf: (paperId: string) => readonly Passage[];
  readonly weightOf: TermWeight;
}

/** Two sentences that share more of the shorter one's words than this say the same thing. */
const NEAR_REPEAT_SHARE = 0.7;

/**
 * The sentences of the best papers that bear on the question: papers in order of retrieval, of each the best sentences
 * first, near-repeats dropped. Empty only where no paper was retrieved or no sentence can be quoted.
 */
export function chooseEvidence(
  question: string,
  papers: readonly RankedPaper[],
  limits: EvidenceLimits,
  { passagesOf, weightOf }: EvidenceParts,
): readonly Evidence[] {
  const asked = askedFor(question);
  const least = (papers[0]?.score ?? 0) * limits.paperShare;
  return papers
    .slice(0, limits.papers)
    .filter((paper) => paper.score >= least)
    .flatMap((paper) =>
      bestSentences(question, asked, paper, passagesOf(paper.paper.paperId), weightOf, limits.perPaper),
    );
}

function bestSentences(
  question: string,
  asked: AskedFor,
  paper: RankedPaper,
  passages: readonly Passage[],
  weightOf: TermWeight,
  count: number,
): readonly Evidence[] {
  const candidates = [...scoreSentences(question, asked, paper, passages, weightOf)].sort(
    (a, b) => b.score - a.score,
  );
  const chosen: Evidence[] = [];
  for (const candidate of candidates) {
    if (chosen.length === count) break;
    if (!chosen.some((earlier) => isNearRepeat(earlier.quote, candidate.quote))) chosen.push(candidate);
  }
  return chosen;
}

function isNearRepeat(a: string, b: string): boolean {
  const stemsOfA = new Set(contentTerms(a).map((term) => term.stem));
  const stemsOfB = new Set(contentTerms(b).map((term) => term.stem));
  const shared = [...stemsOfA].filter((stem) => stemsOfB.has(stem)).length;
  return shared / Math.max(1, Math.min(stemsOfA.size, stemsOfB.size)) > NEAR_REPEAT_SHARE;
}
