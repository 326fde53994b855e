import { fold } from "../text/terms.ts";

/** Where a quotation leaves something out. */
const ELISION = /…|\.{3}|\[…\]/;
const QUOTATION = /“([^“”]+)”|"([^"]+)"/g;
/** Shorter quotations are terms and titles rather than words taken from a paper. */
const MIN_QUOTED_WORDS = 5;

/** Whether `words` stand in `text` one after another, elisions aside; case, punctuation and white space don't count. */
export function isStatedIn(text: string, words: string): boolean {
  let rest = ` ${wordsOf(text).join(" ")} `;
  for (const part of words.split(ELISION)) {
    const phrase = ` ${wordsOf(part).join(" ")} `;
    if (phrase.trim() === "") continue;
    const start = rest.indexOf(phrase);
    if (start < 0) return false;
    rest = rest.slice(start + phrase.length - 1);
  }
  return wordsOf(words).length > 0;
}

/** The quotations of a sentence that are long enough to be taken from a paper. */
export function quotationsIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(QUOTATION)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((quotation) => wordsOf(quotation).length >= MIN_QUOTED_WORDS);
}

/** Figures whole and with their percent sign, so that no quotation can change one. */
function wordsOf(text: string): readonly string[] {
  return fold(text).match(/\d+(?:[.,]\d+)*(?:\s?%)?|[\p{L}\p{N}]+/gu) ?? [];
}
