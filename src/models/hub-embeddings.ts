import { join } from "node:path";
import { Embeddings } from "@langchain/core/embeddings";
import { ModelError } from "../domain/errors.ts";
import type { EmbeddingModel } from "./embedding-model.ts";

/** Texts handed over at a time: the community class starts all that it is given at once. */
const BATCH_SIZE = 16;

/**
 * Another sentence-embedding model of the Hugging Face hub in ONNX form, fetched once and kept under `<dataDir>/models`.
 * There are no token vectors to be had from it.
 */
export function createHubModel(name: string, dataDir: string): EmbeddingModel {
  const embeddings = new HubEmbeddings(name, dataDir);
  return {
    fingerprint: `${name}:hub:mean`,
    embeddings,
    warm: async () => {
      await embeddings.embedQuery("warm");
    },
  };
}

class HubEmbeddings extends Embeddings {
  readonly #name: string;
  readonly #dataDir: string;
  #loading: Promise<Embeddings> | undefined;

  constructor(name: string, dataDir: string) {
    super({});
    this.#name = name;
    this.#dataDir = dataDir;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let from = 0; from < texts.length; from += BATCH_SIZE) {
      const batch = texts.slice(from, from + BATCH_SIZE);
      vectors.push(...(await this.#run((model) => model.embedDocuments(batch))));
    }
    return vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    return await this.#run((model) => model.embedQuery(text));
  }

  async #run<Result>(use: (model: Embeddings) => Promise<Result>): Promise<Result> {
    this.#loading ??= loadCommunityEmbeddings(this.#name, this.#dataDir);
    try {
      return await use(await this.#loading);
    } catch (cause) {
      this.#loading = undefined;
      throw new ModelError(
        `The embedding model ${this.#name} can't be had: check the name in EMBEDDING_MODEL and that this machine ` +
          "reaches the Hugging Face hub, or unset EMBEDDING_MODEL to use the embedded model.",
        { cause },
      );
    }
  }
}

async function loadCommunityEmbeddings(name: string, dataDir: string): Promise<Embeddings> {
  const [{ env }, { HuggingFaceTransformersEmbeddings }] = await Promise.all([
    import("@huggingface/transformers"),
    import("@langchain/community/embeddings/huggingface_transformers"),
  ]);
  env.cacheDir = join(dataDir, "models");
  // A model that can't be had should fail at once, not after the caller's default of six retries.
  return new HuggingFaceTransformersEmbeddings({ model: name, maxRetries: 0 });
}
