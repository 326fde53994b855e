import type { TokenVectors } from "../models/embedding-model.ts";
import { packSigns, signBytes } from "../models/sign-bits.ts";
import { pickRows, unitRows } from "../models/token-math.ts";

/** Names the way in which tokens are kept: what was kept in another way is made again. */
export const TOKEN_FORMAT = "whole and windows, all tokens with their sentences, signs after rotation";

/** The token vectors of one paper as they are kept, a row for each token. */
export interface PaperTokens {
  readonly tokenIds: Uint16Array;
  /** What each row was read in: 0 the title and the whole abstract, from 1 the windows in their order. */
  readonly segments: Uint16Array;
  /** The sentence of the abstract that each row belongs to, from 1 in its order; 0 the title. */
  readonly sentences: Uint16Array;
  /** Unit vectors, rotated, a sign a number. */
  readonly vectors: Uint8Array;
}

/** A paper without tokens. */
export const NO_TOKENS: PaperTokens = {
  tokenIds: new Uint16Array(),
  segments: new Uint16Array(),
  sentences: new Uint16Array(),
  vectors: new Uint8Array(),
};

const BYTES_A_ROW_WITHOUT_VECTOR = 6;

/** A text with the sentence of each of its tokens. */
export interface PlacedText extends TokenVectors {
  readonly sentences: readonly number[];
}

/** Packs the texts of a paper, the whole first, then its windows; tokens that `isKept` turns down are left out. */
export function packTokens(
  texts: readonly PlacedText[],
  dimensions: number,
  isKept: (tokenId: number) => boolean,
): PaperTokens {
  const kept = texts.map(({ tokenIds, vectors, sentences }) => {
    const rows = [...tokenIds.keys()].filter((row) => isKept(tokenIds[row] ?? 0));
    const unit = unitRows(pickRows(vectors, rows, dimensions), dimensions);
    return {
      tokenIds: rows.map((row) => tokenIds[row] ?? 0),
      sentences: rows.map((row) => sentences[row] ?? 0),
      vectors: packSigns(unit, dimensions),
    };
  });
  return {
    tokenIds: Uint16Array.from(kept.flatMap((text) => text.tokenIds)),
    segments: Uint16Array.from(kept.flatMap((text, segment) => text.tokenIds.map(() => segment))),
    sentences: Uint16Array.from(kept.flatMap((text) => text.sentences)),
    vectors: Buffer.concat(kept.map((text) => text.vectors)),
  };
}

/** The tokens that `isKept` lets through. */
export function keepTokens(
  { tokenIds, segments, sentences, vectors }: PaperTokens,
  dimensions: number,
  isKept: (tokenId: number) => boolean,
): PaperTokens {
  const width = signBytes(dimensions);
  const rows = [...tokenIds.keys()].filter((row) => isKept(tokenIds[row] ?? 0));
  const kept = new Uint8Array(rows.length * width);
  for (const [position, row] of rows.entries())
    kept.set(vectors.subarray(row * width, (row + 1) * width), position * width);
  return {
    tokenIds: Uint16Array.from(rows, (row) => tokenIds[row] ?? 0),
    segments: Uint16Array.from(rows, (row) => segments[row] ?? 0),
    sentences: Uint16Array.from(rows, (row) => sentences[row] ?? 0),
    vectors: kept,
  };
}

/** As bytes: token ids, segments, sentences, vectors. */
export function tokensToBytes({ tokenIds, segments, sentences, vectors }: PaperTokens): Buffer {
  return Buffer.concat(
    [tokenIds, segments, sentences, vectors].map((part) =>
      Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    ),
  );
}

/** Reads what `tokensToBytes` wrote. */
export function tokensFromBytes(bytes: Uint8Array, dimensions: number): PaperTokens {
  const rows = bytes.byteLength / (BYTES_A_ROW_WITHOUT_VECTOR + signBytes(dimensions));
  // Every part must begin where its type may begin: at the start of the buffer they all do.
  const { buffer } = bytes.byteOffset === 0 ? bytes : Uint8Array.from(bytes);
  return {
    tokenIds: new Uint16Array(buffer, 0, rows),
    segments: new Uint16Array(buffer, 2 * rows, rows),
    sentences: new Uint16Array(buffer, 4 * rows, rows),
    vectors: new Uint8Array(buffer, BYTES_A_ROW_WITHOUT_VECTOR * rows, rows * signBytes(dimensions)),
  };
}
