import type { AnswerOutcome } from "../stream/answer-part.ts";

/** What a refusal is called, by its reason: help for the next question, not an error. */
const REFUSALS: Readonly<Record<string, string>> = {
  "not-stated": "Not stated in these papers",
  "no-evidence": "Not found in these papers",
  "out-of-scope": "Outside these papers",
  "empty-index": "No papers are loaded yet",
};

/** The line above an answer that found nothing; undefined where there is an answer. */
export function refusalTitle(outcome: AnswerOutcome | undefined): string | undefined {
  if (outcome?.kind !== "refused") return undefined;
  return REFUSALS[outcome.reason ?? ""] ?? "Not found in these papers";
}
