import { firstWords } from "../page/quoted-passage.ts";
import type { Citation } from "../stream/answer-part.ts";

/** Characters that tell one sentence of an answer from the others. */
const TOLD_BY = 60;

/** A cited sentence of an answer named by its first words: without markers, and without what Markdown puts around words. */
export function sentenceWords(
  text: string,
  { answerStart, answerEnd }: Pick<Citation, "answerStart" | "answerEnd">,
): string {
  const words = text
    .slice(answerStart, answerEnd)
    .replace(/\s*\[\d{1,4}\]/g, "")
    .replace(/^\s*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])\s+)+/, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\([^\w\s])|[*`|]|__|~~/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return firstWords(words, TOLD_BY);
}
