import type { TokenEmbedder } from "../models/embedding-model.ts";
import { negatedWords } from "./negation.ts";
import { type ReadText, readWords } from "./read-words.ts";

/** What reading for a check needs. */
export interface ReadingParts {
  /** Absent where the embedding model gives no token vectors: words are then the same or not. */
  readonly tokens?: TokenEmbedder | undefined;
  /** How telling a stem is in the collection, 0 and more. */
  readonly weightOf: (stem: string) => number;
}

/** A claim or a sentence of a paper, read for a check. */
export interface ReadSentence extends ReadText {
  /** How telling each word is; 0 for words without content of their own. */
  readonly weights: readonly number[];
  /** Whether each word stands denied. */
  readonly negated: readonly boolean[];
  /** The weighted mean of its words' vectors, at unit length; empty without a model. */
  readonly mean: Float64Array;
  /** 0 where the collection knows most of its words, 1 where it knows half of them or fewer. */
  readonly foreignness: number;
}

/** What the collection knows less of, it knows nothing of: in SciFact's claims the pages on language models know half of the words. */
const FOREIGN_SHARE = 0.5;
/** A word that none of 100 papers has weighs this much; fewer papers don't tell what is foreign. */
const LEAST_FOREIGN_WEIGHT = 5.3;

/** Reads sentences in one go. */
export async function readSentences(
  texts: readonly string[],
  { tokens, weightOf }: ReadingParts,
): Promise<readonly ReadSentence[]> {
  const read = await readWords(texts, tokens);
  const foreignWeight = Math.max(LEAST_FOREIGN_WEIGHT, weightOf(""));
  return read.map((sentence) => {
    const weights = sentence.words.map(({ isContent, stem }) => (isContent ? weightOf(stem) : 0));
    const negated = negatedWords(sentence.text, sentence.words);
    const content = weights.filter((weight) => weight > 0);
    const foreign = content.filter((weight) => weight >= foreignWeight).length / Math.max(1, content.length);
    return {
      ...sentence,
      weights,
      negated,
      mean: weightedMean(sentence, weights),
      foreignness: Math.min(1, foreign / FOREIGN_SHARE),
    };
  });
}

function weightedMean({ rows, words }: ReadText, weights: readonly number[]): Float64Array {
  const dimensions = rows && words.length > 0 ? rows.length / words.length : 0;
  const sum = new Float64Array(dimensions);
  for (const [row, weight] of weights.entries()) {
    for (let axis = 0; axis < dimensions; axis++)
      sum[axis] = (sum[axis] ?? 0) + weight * (rows?.[row * dimensions + axis] ?? 0);
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
