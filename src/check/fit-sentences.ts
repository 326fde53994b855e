import type { PaperSentence, ReadPaper } from "./read-paper.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { type WordCosines, wordCosines } from "./word-cosines.ts";

/** How a sentence of a paper fits a claim. */
export interface SentenceFit {
  readonly sentence: PaperSentence;
  readonly cosines: WordCosines;
  /** For each word of the claim, its best cosine with any word of the sentence. */
  readonly best: readonly number[];
  /** The weighted mean of `best`, the title's words helping. */
  readonly coverage: number;
  /** How near the sentence's meaning is to the claim's: the mean of `coverage` and, with a model, the cosine of the whole. */
  readonly relevance: number;
}

/** A claim beside a paper. */
export interface FittedPaper {
  readonly paper: ReadPaper;
  /** For each word of the claim, its best cosine with any word of the title. */
  readonly titleBest: readonly number[];
  /** Most relevant first. */
  readonly fits: readonly SentenceFit[];
  /** Those of the first few that are nearly as relevant as the first: what a claim is judged on. */
  readonly nearest: readonly SentenceFit[];
}

/** Of more sentences, or of less relevant ones, some word always says the opposite. */
const NEAREST_COUNT = 3;
const NEAREST_MARGIN = 0.15;

/** Compares a claim with every sentence of a paper. */
export function fitSentences(claim: ReadSentence, paper: ReadPaper): FittedPaper {
  const titleBest = bestOf(claim, wordCosines(claim, paper.title));
  const fits = paper.sentences
    .map((sentence) => fitOf(claim, sentence, titleBest))
    .sort((one, other) => other.relevance - one.relevance);
  const least = (fits[0]?.relevance ?? 0) - NEAREST_MARGIN;
  const nearest = fits.slice(0, NEAREST_COUNT).filter(({ relevance }) => relevance >= least);
  return { paper, titleBest, fits, nearest };
}

/** The weighted mean over a claim's words; 0 where none has a weight. */
export function weighted({ weights }: Pick<ReadSentence, "weights">, values: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (const [place, weight] of weights.entries()) {
    sum += weight * (values[place] ?? 0);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/** The best of several lists, word by word. */
export function bestOfAll(lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, place) => Math.max(...lists.map((list) => list[place] ?? 0)));
}

function fitOf(claim: ReadSentence, sentence: PaperSentence, titleBest: readonly number[]): SentenceFit {
  const cosines = wordCosines(claim, sentence);
  const best = bestOf(claim, cosines);
  const coverage = weighted(claim, bestOfAll([best, titleBest]));
  const relevance = claim.rows ? (coverage + dot(claim.mean, sentence.mean)) / 2 : coverage;
  return { sentence, cosines, best, coverage, relevance };
}

function bestOf({ words }: ReadSentence, { columns, values }: WordCosines): readonly number[] {
  return words.map((_, row) => values.subarray(row * columns, (row + 1) * columns).reduce(larger, 0));
}

function larger(one: number, other: number): number {
  return Math.max(one, other);
}

/** The product of two vectors of one length. */
export function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, axis) => sum + value * (other[axis] ?? 0), 0);
}
