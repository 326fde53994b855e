import type { Evidence } from "./evidence.ts";
import type { Paper } from "./paper.ts";

/** Characters that a claim and a given text may have; beyond that the request is refused in words. */
export const MAX_CLAIM_CHARACTERS = 2_000;
export const MAX_GIVEN_TEXT_CHARACTERS = 100_000;

/** What a claim is checked against: a text, some papers, or, where neither is given, the whole collection. */
export interface ClaimRequest {
  readonly claim: string;
  readonly paperIds?: readonly string[] | undefined;
  readonly text?: string | undefined;
}

/** `not-stated`: neither borne out nor denied. */
export type ClaimVerdict = "supported" | "contradicted" | "not-stated";

/** A sentence that the verdict rests on; `paper` is undefined where it stands in the given text, which offsets then point into. */
export interface ClaimEvidence extends Omit<Evidence, "paper"> {
  readonly paper: Paper | undefined;
}

/** Whether a claim is borne out. */
export interface ClaimCheck {
  readonly verdict: ClaimVerdict;
  /** How sure the verdict is that the claim is supported, or that it is not, 0..1. */
  readonly confidence: number;
  /** Best first; empty where there is nothing to compare with. */
  readonly evidence: readonly ClaimEvidence[];
  /** What speaks against the claim, in words; empty where it is supported. */
  readonly reasons: readonly string[];
}
