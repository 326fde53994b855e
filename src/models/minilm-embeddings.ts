import type { FeatureExtractionPipeline } from "@huggingface/transformers";
import type { EmbeddingModel } from "./embedding-model.ts";
import { loadMiniLm, MINILM_DIMENSIONS, MINILM_FINGERPRINT } from "./load-minilm.ts";
import { TransformersEmbeddings } from "./transformers-embeddings.ts";

/** The embedded all-MiniLM-L6-v2: 384 dimensions, 512 tokens, a text's vector is the mean of its tokens. */
export class MiniLmEmbeddings extends TransformersEmbeddings {
  constructor(load: () => Promise<FeatureExtractionPipeline> = loadMiniLm) {
    super({
      dimensions: MINILM_DIMENSIONS,
      recipe: { pooling: "mean", prefixes: { query: "", passage: "" } },
      load,
    });
  }
}

/** The embedded model, behind the interface that every embedding model has. */
export function createMiniLmModel(): EmbeddingModel & { readonly embeddings: MiniLmEmbeddings } {
  const embeddings = new MiniLmEmbeddings();
  return { fingerprint: MINILM_FINGERPRINT, embeddings, tokens: embeddings, warm: () => embeddings.warm() };
}
