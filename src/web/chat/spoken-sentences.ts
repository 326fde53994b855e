const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The whole sentences of `text` from `start` on, as they are said aloud: without markers and Markdown's signs; and where
 * the next call goes on. While an answer grows, the last sentence waits until something follows it.
 */
export function spokenSentences(
  text: string,
  start: number,
  isFinal: boolean,
): { readonly sentences: readonly string[]; readonly next: number } {
  const segments = [...SEGMENTER.segment(text.slice(start))];
  const whole = isFinal ? segments : segments.slice(0, -1);
  const last = whole.at(-1);
  const sentences = whole
    .map(({ segment }) => spoken(segment))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
  return { sentences, next: last ? start + last.index + last.segment.length : start };
}

function spoken(sentence: string): string {
  return sentence
    .replace(/\s*\[\d{1,4}\]/g, "")
    .replace(/^\s*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])\s+)+/, "")
    .replace(/\\([^\w\s])|[*`|]|__|~~/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
