import type { ReadText } from "./read-words.ts";

/** How alike the words of two texts are, a row for each word of the first, a column for each of the second; about -0.2..1. */
export interface WordCosines {
  readonly columns: number;
  readonly values: Float32Array;
}

/** A word that stands in both texts is the same word, whatever stands around it. */
export const SAME_WORD = 0.85;

/** Compares two texts word by word: cosines of their vectors, and at least `SAME_WORD` for words of one stem; without a model that alone. */
export function wordCosines(one: ReadText, other: ReadText): WordCosines {
  const columns = other.words.length;
  const values = new Float32Array(one.words.length * columns);
  const dimensions = one.rows && one.words.length > 0 ? one.rows.length / one.words.length : 0;
  for (const [row, word] of one.words.entries()) {
    for (const [column, { stem }] of other.words.entries()) {
      const cosine = one.rows && other.rows ? product(one.rows, row, other.rows, column, dimensions) : 0;
      values[row * columns + column] = word.stem === stem ? Math.max(SAME_WORD, cosine) : cosine;
    }
  }
  return { columns, values };
}

function product(
  one: Float32Array,
  row: number,
  other: Float32Array,
  column: number,
  dimensions: number,
): number {
  let sum = 0;
  const start = row * dimensions;
  const otherStart = column * dimensions;
  for (let axis = 0; axis < dimensions; axis++)
    sum += (one[start + axis] ?? 0) * (other[otherStart + axis] ?? 0);
  return sum;
}
