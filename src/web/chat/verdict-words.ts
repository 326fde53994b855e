import type { Verdict } from "../../domain/answer.ts";

/** What a verdict means, for the reader of one citation. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: "The quote supports this sentence.",
  weak: "The quote supports this sentence only in part.",
  unsupported: "The quote doesn't support this sentence.",
};

/** For a marker whose sentence has not been checked: it is unfinished, or the answer was cut off. */
export const UNCHECKED_WORDS = "This sentence has not been checked against the paper.";

const ORDER: readonly Verdict[] = ["supported", "weak", "unsupported"];

/** The least favourable of some verdicts; undefined for none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict | undefined {
  return ORDER.findLast((verdict) => verdicts.includes(verdict));
}
