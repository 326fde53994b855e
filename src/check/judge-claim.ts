import type { ClaimVerdict } from "../domain/claim.ts";
import { WEIGHTS_OF_WORDS, WEIGHTS_WITH_TOKENS } from "./claim-weights.ts";
import { CLAIM_FEATURES, type ClaimFeature, type ComparedClaim, compareClaim } from "./compare-claim.ts";
import { describeConflicts, describeGaps } from "./describe-conflicts.ts";
import type { ReadPaper } from "./read-paper.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** What one paper says of a claim. */
export interface ClaimJudgement {
  readonly verdict: ClaimVerdict;
  /** Of the claim being supported, 0..1. */
  readonly probability: number;
  /** Empty where the claim is supported. */
  readonly reasons: readonly string[];
  readonly compared: ComparedClaim;
}

/** Features that say only how far the paper is from speaking of the same. */
const GAPS: readonly ClaimFeature[] = ["meaningGap", "likenessGap", "foreignGap"];
/**
 * A paper contradicts a claim where it speaks of the same, most words having their like, and something speaks against it.
 * Of the claims about the seed pages that are contradicted or not stated, more than nine in ten get the right one of the two.
 */
const LEAST_CONFLICT = 0.8;

/** Judges a claim by one paper. */
export function judgeClaim(claim: ReadSentence, paper: ReadPaper): ClaimJudgement {
  const compared = compareClaim(claim, paper);
  const { bias, weights, sameMatter, sameMatterOfMissing } = claim.rows
    ? WEIGHTS_WITH_TOKENS
    : WEIGHTS_OF_WORDS;
  const parts = CLAIM_FEATURES.map((feature) => ({
    isGap: GAPS.includes(feature),
    value: weights[feature] * compared.features[feature],
  }));
  const sum = parts.reduce((total, { value }) => total + value, bias);
  const conflict = parts.reduce((total, { value, isGap }) => (isGap ? total : total - value), 0);
  const probability = 1 / (1 + Math.exp(-sum));
  if (claim.weights.every((weight) => weight === 0))
    return { verdict: "not-stated", probability: 0, reasons: ["no words that could be checked"], compared };
  if (sum > 0) return { verdict: "supported", probability, reasons: [], compared };
  const isMissing = compared.names.length + compared.numbers.length > 0;
  const leastLikeness = isMissing ? sameMatterOfMissing : sameMatter;
  const isContradicted = conflict >= LEAST_CONFLICT && compared.likeness >= leastLikeness;
  const conflicts = describeConflicts(compared);
  const reasons =
    conflicts.length === 0 || !isContradicted ? [...conflicts, describeGaps(compared)] : conflicts;
  return { verdict: isContradicted ? "contradicted" : "not-stated", probability, reasons, compared };
}
