import { SENTENCE_OPENERS } from "./sentence-openers.ts";

/** After a stop, or after the number of an enumeration, as in `(ii)The`. */
const LOST_SPACE = new RegExp(
  `(?<=[\\p{L}\\p{N})"'%\\]][.!?]|\\((?:[ivx]{1,4}|\\d{1,2}|[a-z])\\))(?=(?:${SENTENCE_OPENERS})[\\s,])`,
  "gu",
);

/** `e.g.the`: the abbreviation keeps its stops and gets its space. */
const LOST_SPACE_AFTER_ABBREVIATION = /(?<=\b(?:e\.g|i\.e)\.)(?=\p{Ll}{2})/gu;

/** Puts back the space that got lost between two sentences, or after `e.g.` and `i.e.`. */
export function spaceSentences(text: string): string {
  return text.replace(LOST_SPACE, " ").replace(LOST_SPACE_AFTER_ABBREVIATION, " ");
}
