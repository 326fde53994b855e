import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { isMissing } from "./generations.ts";
import { type PaperTokens, TOKEN_FORMAT, tokensFromBytes, tokensToBytes } from "./paper-tokens.ts";

const LENGTH_BYTES = 4;

/** What was made of the texts of a paper: a vector for each, and the tokens where the model gives any. */
export interface Embedded {
  readonly vectors: number[][];
  readonly tokens?: PaperTokens;
}

/** Embeddings already made, one file for the texts of a paper, found again by the hash of those texts. */
export interface EmbeddingCache {
  /** Undefined where nothing (or nothing whole) is on disk for these texts in this order. */
  find(texts: readonly string[]): Promise<Embedded | undefined>;
  keep(texts: readonly string[], embedded: Embedded): Promise<void>;
}

/** A cache under `folder`, apart for each embedding model; `tokenDimensions` where the model gives tokens. */
export function createEmbeddingCache(
  folder: string,
  fingerprint: string,
  tokenDimensions?: number,
): EmbeddingCache {
  const modelFolder = join(
    folder,
    sha256(tokenDimensions === undefined ? fingerprint : `${fingerprint}:${TOKEN_FORMAT}`).slice(0, 16),
  );
  const fileOf = (texts: readonly string[]) => {
    const key = sha256(JSON.stringify(texts));
    return join(modelFolder, key.slice(0, 2), `${key}.f32`);
  };
  return {
    async find(texts) {
      const bytes = await readFile(fileOf(texts)).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      return bytes && unpack(bytes, texts.length, tokenDimensions);
    },
    async keep(texts, embedded) {
      const file = fileOf(texts);
      await mkdir(dirname(file), { recursive: true });
      await writeFileAtomic(file, pack(embedded), { fsync: false });
    },
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** How many bytes of vectors there are, the vectors as float32 (little-endian, as every platform that Node runs on), the tokens. */
function pack({ vectors, tokens }: Embedded): Buffer {
  const floats = Buffer.from(Float32Array.from(vectors.flat()).buffer);
  const length = Buffer.from(Uint32Array.of(floats.byteLength).buffer);
  return Buffer.concat([length, floats, ...(tokens ? [tokensToBytes(tokens)] : [])]);
}

function unpack(bytes: Buffer, rows: number, tokenDimensions: number | undefined): Embedded | undefined {
  if (rows === 0 || bytes.byteLength < LENGTH_BYTES) return undefined;
  const vectorBytes = bytes.readUInt32LE(0);
  const end = LENGTH_BYTES + vectorBytes;
  if (vectorBytes === 0 || vectorBytes % (4 * rows) !== 0 || bytes.byteLength < end) return undefined;
  const { buffer } = Uint8Array.from(bytes.subarray(LENGTH_BYTES, end));
  const values = new Float32Array(buffer);
  const width = values.length / rows;
  const vectors = Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );
  if (tokenDimensions === undefined) return { vectors };
  const tokens = tokensFromBytes(bytes.subarray(end), tokenDimensions);
  return Number.isInteger(tokens.vectors.length) && bytes.byteLength > end ? { vectors, tokens } : undefined;
}
