import type { Citation } from "../domain/answer.ts";

/** A quote shorter than this shows nothing. */
const LEAST_QUOTE_WORDS = 5;

/** The share of the cited papers that are gold, 0..1; 0 where none is cited. */
export function citationPrecision(cited: ReadonlySet<string>, gold: ReadonlySet<string>): number {
  return cited.size === 0 ? 0 : cited.intersection(gold).size / cited.size;
}

/** The share of the gold papers that are cited, 0..1; 0 where there is no gold paper. */
export function citationRecall(cited: ReadonlySet<string>, gold: ReadonlySet<string>): number {
  return gold.size === 0 ? 0 : cited.intersection(gold).size / gold.size;
}

/** The share of the citations whose quote is what its offsets cut from the abstract, and at least five words long; 0..1. */
export function shareOfSoundQuotes(citations: readonly Citation[]): number {
  return citations.length === 0 ? 0 : citations.filter(isSound).length / citations.length;
}

function isSound({ paper, quote, quoteStart, quoteEnd }: Citation): boolean {
  const isSlice = quote === paper.abstract.slice(quoteStart, quoteEnd);
  const words = quote.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return isSlice && words.length >= LEAST_QUOTE_WORDS;
}
