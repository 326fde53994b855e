import type { Span } from "../domain/passage.ts";
import { isSentenceBreak } from "./is-sentence-break.ts";

/** Constructing one costs milliseconds, and it keeps no state between texts. */
const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * Where the segmenter sees no break because a small letter follows: before `(ii) The`, before the dash of a list, and
 * before a name such as eDiff-I or mT5.
 */
const MISSED_BREAK =
  /(?<=[.?!]["')\]]{0,3}\s)(?=\((?:[ivx]{1,4}|[a-z])\)\s+\p{Lu}|[-–•]\s\p{Lu}|\p{Ll}[\p{Ll}\d-]{0,8}\p{Lu})/gu;

/**
 * Splits a text into sentences: trimmed spans in order that don't overlap and together hold every character that is
 * not white space. `Intl.Segmenter`, repaired where it breaks at abbreviations, URLs and in parentheses, and where it
 * misses a break. A single line break is a space, as in a hard-wrapped paragraph; a blank line ends a sentence.
 */
export function splitSentences(text: string): Span[] {
  const unwrapped = unwrapLines(text);
  const sentences: Span[] = [];
  let start = 0;
  for (const end of [...possibleBreaks(unwrapped), unwrapped.length]) {
    if (end < unwrapped.length && !isSentenceBreak(unwrapped, start, end)) continue;
    addSentence(sentences, unwrapped, trimSpan(unwrapped, start, end));
    start = end;
  }
  return sentences;
}

/** What holds neither letter nor digit, such as `[...]`, goes with the sentence before it. */
function addSentence(sentences: Span[], text: string, span: Span): void {
  const previous = sentences.at(-1);
  if (span.end <= span.start) return;
  if (previous && !/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) {
    sentences.splice(-1, 1, { start: previous.start, end: span.end });
  } else {
    sentences.push(span);
  }
}

/** Puts spaces for every stretch of white space that holds one line break at most; offsets stay. */
function unwrapLines(text: string): string {
  return text.replace(/\s+/g, (space) => {
    const lineBreaks = space.match(/\r\n|[\n\r\u2028\u2029]/g) ?? [];
    return lineBreaks.length > 1 ? "\n".repeat(space.length) : " ".repeat(space.length);
  });
}

/** Offsets at which the next sentence may begin, in order. */
function possibleBreaks(text: string): number[] {
  const offsets = new Set<number>();
  for (const { index } of SEGMENTER.segment(text)) offsets.add(index);
  for (const { index } of text.matchAll(MISSED_BREAK)) offsets.add(index);
  offsets.delete(0);
  return [...offsets].sort((one, other) => one - other);
}

function trimSpan(text: string, start: number, end: number): Span {
  const sentence = text.slice(start, end);
  const trimmedStart = start + (sentence.length - sentence.trimStart().length);
  return { start: trimmedStart, end: Math.max(trimmedStart, start + sentence.trimEnd().length) };
}
