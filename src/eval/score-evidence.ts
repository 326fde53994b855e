import { fold } from "../text/terms.ts";

/** The words that a gold sentence and a quote have to share, as a part of the shorter of the two. */
const LEAST_SHARED = 0.8;

/** A shorter quote counts as this many words, so that three words in common don't cover a sentence. */
const LEAST_QUOTE_WORDS = 8;

/** The share of the gold sentences that are covered by one of the quotes each, 0..1. */
export function shareOfEvidence(sentences: readonly string[], quotes: readonly string[]): number {
  const covered = sentences.filter((sentence) => quotes.some((quote) => covers(quote, sentence)));
  return sentences.length === 0 ? 0 : covered.length / sentences.length;
}

/** Whether a quote and a gold sentence share at least 80% of the words of the shorter; a word counts as often as it comes in both. */
export function covers(quote: string, sentence: string): boolean {
  const quoteWords = wordsOf(quote);
  const sentenceWords = wordsOf(sentence);
  const shorter = Math.min(sentenceWords.length, Math.max(LEAST_QUOTE_WORDS, quoteWords.length));
  return shorter > 0 && countShared(quoteWords, sentenceWords) >= LEAST_SHARED * shorter;
}

function countShared(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shared;
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
