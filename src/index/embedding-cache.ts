import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { isMissing } from "./generations.ts";

/** Vectors already made, one file for the texts of a paper, found again by the hash of those texts. */
export interface EmbeddingCache {
  /** The vectors of these texts in their order, or undefined where they are not (or not whole) on disk. */
  find(texts: readonly string[]): Promise<number[][] | undefined>;
  keep(texts: readonly string[], vectors: readonly (readonly number[])[]): Promise<void>;
}

/** A cache under `folder`, apart for each embedding model. */
export function createEmbeddingCache(folder: string, fingerprint: string): EmbeddingCache {
  const modelFolder = join(folder, sha256(fingerprint).slice(0, 16));
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
      return bytes && unpack(bytes, texts.length);
    },
    async keep(texts, vectors) {
      const file = fileOf(texts);
      await mkdir(dirname(file), { recursive: true });
      await writeFileAtomic(file, Buffer.from(Float32Array.from(vectors.flat()).buffer), { fsync: false });
    },
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Rows of float32, little-endian as every platform that Node runs on writes them. */
function unpack(bytes: Buffer, rows: number): number[][] | undefined {
  if (rows === 0 || bytes.byteLength === 0 || bytes.byteLength % (4 * rows) !== 0) return undefined;
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const width = values.length / rows;
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );
}
