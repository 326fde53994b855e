import type { FeatureExtractionPipeline } from "@huggingface/transformers";
import { Embeddings } from "@langchain/core/embeddings";
import type { EmbeddingModel, TokenEmbedder, TokenVectors } from "./embedding-model.ts";
import { createInt8Products } from "./int8-products.ts";
import { loadMiniLm, MINILM_DIMENSIONS, MINILM_FINGERPRINT } from "./load-minilm.ts";

/** Texts a batch: 16 keeps both cores busy, and holds the event loop for less than 0.2 s while passages are embedded. */
const BATCH_SIZE = 16;

/**
 * The embedded all-MiniLM-L6-v2 (384 dimensions, 512 tokens; longer texts are cut). One pipeline gives the token vectors;
 * a text's vector is their mean, at unit length.
 */
export class MiniLmEmbeddings extends Embeddings implements TokenEmbedder {
  readonly dimensions = MINILM_DIMENSIONS;
  readonly products = createInt8Products();
  readonly #load: () => Promise<FeatureExtractionPipeline>;
  #loading: Promise<FeatureExtractionPipeline> | undefined;

  constructor(load: () => Promise<FeatureExtractionPipeline> = loadMiniLm) {
    super({});
    this.#load = load;
  }

  /** Loads the weights once; a failed load may be tried again. */
  async warm(): Promise<void> {
    await this.#pipeline();
  }

  /** Unit vectors of 384 numbers, in the order of the texts. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.embedTokens(texts)).map(meanVector);
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.embedDocuments([text]);
    return vector ?? [];
  }

  async vocabulary(): Promise<readonly string[]> {
    return (await this.#pipeline()).tokenizer.model.vocab;
  }

  async tokenize(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    const { tokenizer } = await this.#pipeline();
    return texts.map((text) => Array.from(tokenizer(text, { truncation: true }).input_ids.data, Number));
  }

  /** The token vectors of each text, in the order of the texts: what late interaction compares. */
  async embedTokens(texts: readonly string[]): Promise<readonly TokenVectors[]> {
    const pipeline = await this.#pipeline();
    // Texts of like length share a batch, so that little of it is padding.
    const shortestFirst = texts
      .map((_, index) => index)
      .sort((a, b) => textAt(texts, a).length - textAt(texts, b).length);
    const found: TokenVectors[] = new Array(texts.length);
    for (let from = 0; from < shortestFirst.length; from += BATCH_SIZE) {
      const batch = shortestFirst.slice(from, from + BATCH_SIZE);
      const rows = await embedBatch(
        pipeline,
        batch.map((index) => textAt(texts, index)),
      );
      for (const [row, index] of batch.entries()) {
        const tokens = rows[row];
        if (tokens) found[index] = tokens;
      }
    }
    return found;
  }

  #pipeline(): Promise<FeatureExtractionPipeline> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }
}

/** The embedded model, behind the interface that every embedding model has. */
export function createMiniLmModel(): EmbeddingModel & { readonly embeddings: MiniLmEmbeddings } {
  const embeddings = new MiniLmEmbeddings();
  return { fingerprint: MINILM_FINGERPRINT, embeddings, tokens: embeddings, warm: () => embeddings.warm() };
}

function textAt(texts: readonly string[], index: number): string {
  return texts[index] ?? "";
}

async function embedBatch(
  pipeline: FeatureExtractionPipeline,
  texts: string[],
): Promise<readonly TokenVectors[]> {
  const encoded = pipeline.tokenizer(texts, { padding: true, truncation: true });
  const output = await pipeline.model(encoded);
  const width = encoded.input_ids.dims[1];
  const hidden: Float32Array = output.last_hidden_state.data;
  return texts.map((_, row) => {
    const ids = Array.from(encoded.input_ids.data.slice(row * width, (row + 1) * width), Number);
    const mask = encoded.attention_mask.data.slice(row * width, (row + 1) * width);
    const length = Array.from(mask, Number).reduce((sum, bit) => sum + bit, 0);
    const start = row * width * MINILM_DIMENSIONS;
    return {
      tokenIds: ids.slice(0, length),
      vectors: hidden.slice(start, start + length * MINILM_DIMENSIONS),
    };
  });
}

function meanVector({ tokenIds, vectors }: TokenVectors): number[] {
  const mean = new Float64Array(MINILM_DIMENSIONS);
  for (let token = 0; token < tokenIds.length; token++) {
    for (let axis = 0; axis < MINILM_DIMENSIONS; axis++) {
      mean[axis] = (mean[axis] ?? 0) + (vectors[token * MINILM_DIMENSIONS + axis] ?? 0);
    }
  }
  const length = Math.hypot(...mean) || 1;
  return Array.from(mean, (value) => value / length);
}
