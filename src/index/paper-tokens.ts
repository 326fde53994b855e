import type { TokenVectors } from "../models/embedding-model.ts";
import { type Int8Rows, pickRows, quantiseRows, unitRows } from "../models/token-math.ts";

/**
 * The token vectors of one paper as they are kept: unit vectors as 8-bit numbers, `vectors[row * dimensions + axis] *
 * scales[row]`. Quantising costs nothing that the gold questions show, and a fourth of the bytes.
 */
export interface PaperTokens extends Int8Rows {
  readonly tokenIds: Uint16Array;
  /** What each row was read in: 0 the title and the whole abstract, from 1 the passages in their order. */
  readonly segments: Uint16Array;
}

const BYTES_A_ROW_WITHOUT_VECTOR = 8;

/** Quantises the texts of a paper, the whole first, then its passages; tokens of weight 0 are left out. */
export function packTokens(
  texts: readonly TokenVectors[],
  dimensions: number,
  weightOf: (tokenId: number) => number,
): PaperTokens {
  const kept = texts.map(({ tokenIds, vectors }) => {
    const rows = [...tokenIds.keys()].filter((row) => weightOf(tokenIds[row] ?? 0) > 0);
    return {
      tokenIds: rows.map((row) => tokenIds[row] ?? 0),
      ...quantiseRows(unitRows(pickRows(vectors, rows, dimensions), dimensions), dimensions),
    };
  });
  return {
    tokenIds: Uint16Array.from(kept.flatMap((text) => text.tokenIds)),
    segments: Uint16Array.from(kept.flatMap((text, segment) => text.tokenIds.map(() => segment))),
    scales: Float32Array.from(kept.flatMap((text) => [...text.scales])),
    vectors: joinInt8(kept.map((text) => text.vectors)),
  };
}

/** Arrays one behind the other. */
export function joinInt8(arrays: readonly Int8Array[]): Int8Array {
  const joined = new Int8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const array of arrays) {
    joined.set(array, filled);
    filled += array.length;
  }
  return joined;
}

/** As bytes: scales, token ids, segments, vectors. */
export function tokensToBytes({ tokenIds, segments, scales, vectors }: PaperTokens): Buffer {
  return Buffer.concat(
    [scales, tokenIds, segments, vectors].map((part) =>
      Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    ),
  );
}

/** Reads what `tokensToBytes` wrote. */
export function tokensFromBytes(bytes: Uint8Array, dimensions: number): PaperTokens {
  const rows = bytes.byteLength / (BYTES_A_ROW_WITHOUT_VECTOR + dimensions);
  // Every part must begin where its type may begin: at the start of the buffer they all do.
  const { buffer } = bytes.byteOffset === 0 ? bytes : Uint8Array.from(bytes);
  return {
    scales: new Float32Array(buffer, 0, rows),
    tokenIds: new Uint16Array(buffer, 4 * rows, rows),
    segments: new Uint16Array(buffer, 6 * rows, rows),
    vectors: new Int8Array(buffer, 8 * rows, rows * dimensions),
  };
}
