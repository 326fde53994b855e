import type { TokenVectors } from "./embedding-model.ts";

/**
 * The sum of a text's token vectors, each by its weight, at unit length. The vectors are not normalised before: their
 * length says how much the model makes of a token. All zeros where no token has a weight.
 */
export function weightedMean({ tokenIds, vectors }: TokenVectors, weights: readonly number[]): number[] {
  const dimensions = vectors.length / Math.max(1, tokenIds.length);
  const sum = new Float64Array(dimensions);
  for (const [token, weight] of weights.entries()) {
    if (weight === 0) continue;
    const row = token * dimensions;
    for (let axis = 0; axis < dimensions; axis++) {
      sum[axis] = (sum[axis] ?? 0) + weight * (vectors[row + axis] ?? 0);
    }
  }
  const length = Math.hypot(...sum) || 1;
  return Array.from(sum, (value) => value / length);
}

/** Rows at unit length, in one array. */
export function unitRows(vectors: Float32Array, dimensions: number): Float32Array {
  const rows = new Float32Array(vectors);
  for (let start = 0; start < rows.length; start += dimensions) {
    let squares = 0;
    for (let axis = start; axis < start + dimensions; axis++) squares += (rows[axis] ?? 0) ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let axis = start; axis < start + dimensions; axis++) rows[axis] = (rows[axis] ?? 0) / length;
  }
  return rows;
}

/** Rows of 8-bit numbers: `vectors[row * dimensions + axis] * scales[row]` is what was quantised. */
export interface Int8Rows {
  readonly scales: Float32Array;
  readonly vectors: Int8Array;
}

const LARGEST_INT8 = 127;

/** Quantises rows, each by its own largest number. */
export function quantiseRows(rows: Float32Array, dimensions: number): Int8Rows {
  const scales = new Float32Array(rows.length / dimensions);
  const vectors = new Int8Array(rows.length);
  for (const row of scales.keys()) {
    const start = row * dimensions;
    let largest = 0;
    for (let axis = start; axis < start + dimensions; axis++)
      largest = Math.max(largest, Math.abs(rows[axis] ?? 0));
    const scale = largest / LARGEST_INT8 || 1;
    scales[row] = scale;
    for (let axis = start; axis < start + dimensions; axis++)
      vectors[axis] = Math.round((rows[axis] ?? 0) / scale);
  }
  return { scales, vectors };
}

/** The rows of these numbers, in this order, one behind the other. */
export function pickRows(vectors: Float32Array, rows: readonly number[], dimensions: number): Float32Array {
  const picked = new Float32Array(rows.length * dimensions);
  for (const [position, row] of rows.entries()) {
    picked.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), position * dimensions);
  }
  return picked;
}
