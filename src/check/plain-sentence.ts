const MARKER = /\\?\[\d{1,3}\\?\]/g;
/** An address: its digits are no figures. The punctuation behind it is the sentence's. */
const ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>"“”()[\]]*[^\s<>"“”()[\].,:;!?*_`'’]/giu;
/** What belongs to a line and not to its sentence: white space, list markers, heading and quote marks. */
export const LINE_PREFIX = /^(?:\s|>|#{1,6}\s|(?:[-*+•]|\d{1,3}[.)])\s)*/;
const EMPHASIS = /(?<!\\)(?:\*+|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}]))/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** A sentence of an answer as it reads: without markers, addresses, list numerals, emphasis and Markdown's escapes. */
export function plainSentence(sentence: string): string {
  return sentence
    .replace(MARKER, "")
    .replace(ADDRESS, "")
    .replace(LINE_PREFIX, "")
    .replace(EMPHASIS, "")
    .replace(ESCAPE, "$1")
    .trim();
}
