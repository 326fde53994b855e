import { declinesThroughout, kindsIn } from "./declines-throughout.ts";

/** What a model writes where the evidence doesn't answer; the prompt asks for it, and the outcome is read from it. */
export const REFUSAL_SENTENCE = "The papers I found don't answer this question.";

const REFUSAL_WORDS = REFUSAL_SENTENCE.slice(0, -1);
/** The refusal sentence at the start of a text, whatever its emphasis, quotation marks and line ends. */
const OPENING = new RegExp(
  `^[^\\p{L}\\p{N}]*${REFUSAL_WORDS.split(/[ ']/).join("[^\\p{L}\\p{N}]*")}(?![\\p{L}\\p{N}])`,
  "iu",
);
const MARKERS = /\s?\[\d{1,3}\]/g;

/**
 * Whether an answer is the refusal sentence (markers, emphasis and punctuation don't count), perhaps with others behind it
 * that claim nothing, or says the same in other words and cites nothing.
 */
export function isRefusal(text: string): boolean {
  const unmarked = text.replace(MARKERS, "");
  if (!OPENING.test(unmarked)) return declinesThroughout(text);
  return !kindsIn(unmarked.replace(OPENING, REFUSAL_WORDS)).includes("claim");
}

/** Whether an answer has no word beside its markers. */
export function saysNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.replace(MARKERS, ""));
}
