import type { Config } from "../config.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import { createHubModel } from "../models/hub-embeddings.ts";
import { createMiniLmModel } from "../models/minilm-embeddings.ts";

/** The embedding model that the configuration asks for: the embedded one where it names none. */
export function createEmbeddingModel({ embeddingModel, dataDir }: Config): EmbeddingModel {
  return embeddingModel ? createHubModel(embeddingModel, dataDir) : createMiniLmModel();
}
