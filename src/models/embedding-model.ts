import type { Embeddings } from "@langchain/core/embeddings";
import type { Int8Products } from "./int8-products.ts";

/** The last layer of one text: `vectors` holds `tokenIds.length` rows of floats, not normalised, `[CLS]` and `[SEP]` among them. */
export interface TokenVectors {
  readonly tokenIds: readonly number[];
  readonly vectors: Float32Array;
}

/** Token by token access to a model: what late interaction needs. */
export interface TokenEmbedder {
  /** Floats a row, a multiple of 8: rows are kept packed, down to a bit a number. */
  readonly dimensions: number;
  /** The word piece of each token id. */
  vocabulary(): Promise<readonly string[]>;
  /** The token ids of each text, cut as the model cuts it. */
  tokenize(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
  embedTokens(texts: readonly string[]): Promise<readonly TokenVectors[]>;
  /** Compares quantised tokens. */
  readonly products: Int8Products;
}

/** An embedding model and the name that an index remembers it by: vectors of two fingerprints are never mixed. */
export interface EmbeddingModel {
  readonly fingerprint: string;
  readonly embeddings: Embeddings;
  /** Absent where a model gives whole vectors only: there is no late stage then. */
  readonly tokens?: TokenEmbedder;
  /** Loads the weights, so that the first question does not wait for them. Throws `ModelError` where they can't be had. */
  warm(): Promise<void>;
}
