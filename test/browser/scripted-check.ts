import type { ClaimCheck, ClaimRequest, ClaimVerdict } from "../../src/domain/claim.ts";
import { papers } from "./scripts.ts";

/** A check by a word of the sentence: "worse" contradicts, "weather" is stated nowhere, anything else is borne out. */
export function scriptedCheck({ claim, text }: ClaimRequest): ClaimCheck {
  const verdict: ClaimVerdict = /worse/.test(claim)
    ? "contradicted"
    : /weather/.test(claim)
      ? "not-stated"
      : "supported";
  const paper = text === undefined ? papers[0] : undefined;
  const whole = text ?? paper?.abstract ?? "";
  const quote = whole.slice(0, whole.indexOf(".") + 1);
  const place = { quote, quoteStart: 0, quoteEnd: quote.length, score: 0.9 };
  const reasons = verdict === "contradicted" ? ["“worse” stands against “better”"] : [];
  return { verdict, confidence: 0.9, evidence: [{ paper, ...place }], reasons };
}
