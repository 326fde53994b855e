import type { FeatureExtractionPipeline } from "@huggingface/transformers";
import { Embeddings } from "@langchain/core/embeddings";
import { ModelError } from "../domain/errors.ts";
import type { TokenEmbedder, TokenVectors } from "./embedding-model.ts";
import { createInt8Products } from "./int8-products.ts";
import type { ModelRecipe } from "./model-recipe.ts";

/** Texts a batch: 16 keeps both cores busy, and holds the event loop for less than 0.2 s while passages are embedded. */
const BATCH_SIZE = 16;

/** How much longer than a batch's shortest text its longest may be. */
const MAX_LENGTH_RATIO = 1.5;

export interface TransformersModel {
  /** Numbers a token's vector. */
  readonly dimensions: number;
  readonly recipe: ModelRecipe;
  /** Loads tokenizer and weights. Throws `ModelError` where they can't be had. */
  readonly load: () => Promise<FeatureExtractionPipeline>;
}

/**
 * A sentence-embedding model that runs here. One pipeline gives the token vectors; a text's vector is their mean, or the
 * first of them, at unit length. Longer texts than the model reads are cut.
 */
export class TransformersEmbeddings extends Embeddings implements TokenEmbedder {
  readonly dimensions: number;
  readonly products = createInt8Products();
  readonly #recipe: ModelRecipe;
  readonly #load: () => Promise<FeatureExtractionPipeline>;
  #loading: Promise<FeatureExtractionPipeline> | undefined;

  constructor({ dimensions, recipe, load }: TransformersModel) {
    super({});
    this.dimensions = dimensions;
    this.#recipe = recipe;
    this.#load = load;
  }

  /** Loads the weights once; a failed load may be tried again. */
  async warm(): Promise<void> {
    await this.#pipeline();
  }

  /** Unit vectors of passages, in their order. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return await this.#embed(this.#recipe.prefixes.passage, texts);
  }

  /** The unit vector of a question. */
  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.#embed(this.#recipe.prefixes.query, [text]);
    return vector ?? [];
  }

  async vocabulary(): Promise<readonly string[]> {
    return (await this.#pipeline()).tokenizer.model.vocab;
  }

  async tokenize(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    const { tokenizer } = await this.#pipeline();
    return texts.map((text) => Array.from(tokenizer(text, { truncation: true }).input_ids.data, Number));
  }

  /** The token vectors of each text as it stands, in the order of the texts: what late interaction compares. */
  async embedTokens(texts: readonly string[]): Promise<readonly TokenVectors[]> {
    const pipeline = await this.#pipeline();
    const found: TokenVectors[] = new Array(texts.length);
    for (const batch of batchesOf(texts)) {
      const rows = await embedBatch(
        pipeline,
        batch.map((index) => textAt(texts, index)),
        this.dimensions,
      );
      for (const [row, index] of batch.entries()) {
        const tokens = rows[row];
        if (tokens) found[index] = tokens;
      }
    }
    return found;
  }

  async #embed(prefix: string, texts: readonly string[]): Promise<number[][]> {
    const pool = this.#recipe.pooling === "mean" ? meanVector : firstVector;
    const tokens = await this.embedTokens(texts.map((text) => `${prefix}${text}`));
    return tokens.map((text) => pool(text, this.dimensions));
  }

  #pipeline(): Promise<FeatureExtractionPipeline> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }
}

/** The places of texts, those of like length together, so that little of a batch is padding. */
function batchesOf(texts: readonly string[]): readonly (readonly number[])[] {
  const lengthAt = (place: number) => textAt(texts, place).length;
  const shortestFirst = [...texts.keys()].sort((a, b) => lengthAt(a) - lengthAt(b));
  const batches: number[][] = [];
  for (const place of shortestFirst) {
    const batch = batches.at(-1);
    const [shortest] = batch ?? [];
    const fits =
      batch !== undefined &&
      batch.length < BATCH_SIZE &&
      lengthAt(place) <= MAX_LENGTH_RATIO * lengthAt(shortest ?? place);
    if (fits) batch.push(place);
    else batches.push([place]);
  }
  return batches;
}

function textAt(texts: readonly string[], index: number): string {
  return texts[index] ?? "";
}

async function embedBatch(
  pipeline: FeatureExtractionPipeline,
  texts: string[],
  dimensions: number,
): Promise<readonly TokenVectors[]> {
  const encoded = pipeline.tokenizer(texts, { padding: true, truncation: true });
  const output = await pipeline.model(encoded);
  const width = encoded.input_ids.dims[1];
  const hidden: unknown = (output.last_hidden_state ?? output.token_embeddings)?.data;
  if (!(hidden instanceof Float32Array) || hidden.length !== texts.length * width * dimensions) {
    throw new ModelError(
      `The embedding model gives no vector of ${dimensions} numbers for each token: ` +
        "set EMBEDDING_MODEL to a sentence-embedding model, exported to ONNX for feature extraction.",
    );
  }
  return texts.map((_, row) => {
    const ids = Array.from(encoded.input_ids.data.slice(row * width, (row + 1) * width), Number);
    const mask = encoded.attention_mask.data.slice(row * width, (row + 1) * width);
    const length = Array.from(mask, Number).reduce((sum, bit) => sum + bit, 0);
    const start = row * width * dimensions;
    return {
      tokenIds: ids.slice(0, length),
      vectors: hidden.slice(start, start + length * dimensions),
    };
  });
}

function meanVector({ tokenIds, vectors }: TokenVectors, dimensions: number): number[] {
  const mean = new Float64Array(dimensions);
  for (let token = 0; token < tokenIds.length; token++) {
    for (let axis = 0; axis < dimensions; axis++) {
      mean[axis] = (mean[axis] ?? 0) + (vectors[token * dimensions + axis] ?? 0);
    }
  }
  return atUnitLength(mean);
}

function firstVector({ vectors }: TokenVectors, dimensions: number): number[] {
  return atUnitLength(Float64Array.from(vectors.subarray(0, dimensions)));
}

function atUnitLength(vector: Float64Array): number[] {
  const length = Math.hypot(...vector) || 1;
  return Array.from(vector, (value) => value / length);
}
