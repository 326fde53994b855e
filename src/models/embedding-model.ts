import type { Embeddings } from "@langchain/core/embeddings";

/** An embedding model and the name that an index remembers it by: vectors of two fingerprints are never mixed. */
export interface EmbeddingModel {
  readonly fingerprint: string;
  readonly embeddings: Embeddings;
  /** Loads the weights, so that the first question does not wait for them. Throws `ModelError` where they can't be had. */
  warm(): Promise<void>;
}
