import { ModelError } from "../domain/errors.ts";

/**
 * The vectors of an answer of `POST /embeddings`, in the order of the texts that were asked for: lists of numbers, or
 * 32-bit floats (little-endian) as base64, whichever the server sends.
 * @throws {ModelError} where there is not one vector for each text, or they are not all of the same length.
 */
export function readEmbeddings(answer: unknown, textCount: number, host: string): number[][] {
  const { data } = Object(answer);
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  if (items.length !== textCount) {
    throw new ModelError(
      `The embeddings server at ${host} sent ${items.length} vectors for ${textCount} texts. ` +
        "Check that EMBEDDING_MODEL names an embedding model of an OpenAI-compatible server.",
    );
  }
  const vectors: number[][] = [];
  for (const [position, item] of items.entries()) {
    const { index = position, embedding } = Object(item);
    vectors[index] = readVector(embedding);
  }
  const width = vectors[0]?.length;
  for (let position = 0; position < textCount; position++) {
    const vector = vectors[position] ?? [];
    if (vector.length > 0 && vector.length === width && vector.every(Number.isFinite)) continue;
    throw new ModelError(
      `The embeddings server at ${host} sent something else than a vector of ${width || "some"} numbers for each text. ` +
        "Check that EMBEDDING_MODEL names an embedding model of an OpenAI-compatible server.",
    );
  }
  return vectors;
}

function readVector(embedding: unknown): number[] {
  if (Array.isArray(embedding)) return embedding;
  if (typeof embedding !== "string") return [];
  const bytes = Uint8Array.from(Buffer.from(embedding, "base64"));
  return bytes.byteLength % 4 === 0 ? Array.from(new Float32Array(bytes.buffer)) : [];
}
