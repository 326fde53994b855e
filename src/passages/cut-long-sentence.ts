import type { Span } from "../domain/passage.ts";

/** A sentence up to this length stays whole: the longest real one has 688, and the embedding model reads about 2,000. */
const MAX_SENTENCE_CHARACTERS = 1_500;

/** The end of a clause in the first half would leave too short a piece; the end of a word further on is better. */
const MIN_CLAUSE_CHARACTERS = MAX_SENTENCE_CHARACTERS / 2;

/** The last place in the text of its kind. */
const CLAUSE_END = /^.*[;:,.!?](?=\s)/s;
const WORD_END = /^.*\S(?=\s)/s;

/**
 * Cuts a sentence that is longer than 1,500 characters at the ends of clauses, else of words, else anywhere but inside
 * a surrogate pair. The spans are trimmed and hold every character of it that is not white space.
 */
export function cutLongSentence(text: string, sentence: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > MAX_SENTENCE_CHARACTERS) {
    const end = start + pieceLength(text.slice(start, start + MAX_SENTENCE_CHARACTERS));
    pieces.push({ start, end });
    start = end;
    while (/\s/.test(text.charAt(start))) start++;
  }
  return [...pieces, { start, end: sentence.end }];
}

function pieceLength(room: string): number {
  const clause = CLAUSE_END.exec(room)?.[0].length ?? 0;
  if (clause >= MIN_CLAUSE_CHARACTERS) return clause;
  const word = WORD_END.exec(room)?.[0].length ?? 0;
  if (word > 0) return word;
  const splitsPair = /[\uD800-\uDBFF]$/.test(room);
  return splitsPair ? room.length - 1 : room.length;
}
