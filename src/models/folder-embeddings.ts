import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { FeatureExtractionPipeline } from "@huggingface/transformers";
import { ModelError } from "../domain/errors.ts";
import type { EmbeddingModel } from "./embedding-model.ts";
import { type ModelRecipe, recipeOf, tellsApart } from "./model-recipe.ts";
import { findWeights, hashFiles, type ModelWeights } from "./model-weights.ts";
import { QUIET_THREADS } from "./quiet-threads.ts";
import { limitTokens } from "./token-limit.ts";
import { TransformersEmbeddings } from "./transformers-embeddings.ts";

/** Token ids are kept in 16 bits. */
const LARGEST_VOCABULARY = 65_536;

/** A token's vector is kept in whole bytes, at a bit a number. */
const NUMBERS_A_BYTE = 8;

/**
 * A sentence-embedding model in ONNX form in a folder laid out as on the Hugging Face hub; nothing is ever fetched. Its
 * fingerprint holds a hash of weights and tokenizer, so that changed files count as another model. It gives token vectors
 * where they were trained to be averaged, its tokens are word pieces, questions are read as passages are, and a token's
 * vector fills whole bytes.
 * @throws {ModelError} where the folder holds no such model.
 */
export function createFolderModel(folder: string): EmbeddingModel {
  const weights = findWeights(folder, "EMBEDDING_MODEL");
  const config = readObject(join(folder, "config.json"));
  const recipe = readRecipe(folder, config);
  const dimensions = readDimensions(folder, config);
  const embeddings = new TransformersEmbeddings({
    dimensions,
    recipe,
    load: () => loadFolder(folder, weights),
  });
  const hash = hashFiles([...weights.files, join(folder, "tokenizer.json")]).slice(0, 12);
  const hasPlainTokens =
    recipe.pooling === "mean" &&
    !tellsApart(recipe) &&
    hasWordPieces(folder, config) &&
    dimensions % NUMBERS_A_BYTE === 0;
  return {
    fingerprint: `${basename(folder)}:${weights.dtype}:${hash}:${recipe.pooling}`,
    embeddings,
    ...(hasPlainTokens && { tokens: embeddings }),
    warm: () => embeddings.warm(),
  };
}

async function loadFolder(folder: string, weights: ModelWeights): Promise<FeatureExtractionPipeline> {
  const { pipeline } = await import("@huggingface/transformers");
  try {
    const loaded = await pipeline("feature-extraction", folder, {
      dtype: weights.dtype,
      subfolder: weights.subfolder,
      local_files_only: true,
      session_options: QUIET_THREADS,
    });
    limitTokens(loaded.tokenizer, loaded.model.config);
    return loaded;
  } catch (cause) {
    throw new ModelError(
      `The embedding model in ${folder} can't be loaded: check that its files are whole and that EMBEDDING_MODEL names a ` +
        "sentence-embedding model in ONNX form, or unset EMBEDDING_MODEL to use the embedded model.",
      { cause },
    );
  }
}

/** What sentence-transformers keeps beside the model says how to pool; where it is missing, the family by its name. */
function readRecipe(folder: string, config: Fields): ModelRecipe {
  const recipe = recipeOf(basename(folder), String(config["_name_or_path"] ?? ""));
  const pooling = readObject(join(folder, "1_Pooling", "config.json"), { mayBeMissing: true });
  if (pooling["pooling_mode_cls_token"] === true) return { ...recipe, pooling: "cls" };
  if (pooling["pooling_mode_mean_tokens"] === true) return { ...recipe, pooling: "mean" };
  if (Object.keys(pooling).length === 0) return recipe;
  throw new ModelError(
    `The embedding model in ${folder} makes a text's vector neither of the mean of its tokens nor of the first one, ` +
      "and Footnote knows no other way: set EMBEDDING_MODEL to another model.",
  );
}

function readDimensions(folder: string, config: Fields): number {
  const dimensions = config["hidden_size"] ?? config["dim"] ?? config["d_model"];
  if (typeof dimensions === "number" && dimensions > 0) return dimensions;
  throw new ModelError(
    `${join(folder, "config.json")} gives no hidden_size: is EMBEDDING_MODEL a sentence-embedding model?`,
  );
}

function hasWordPieces(folder: string, config: Fields): boolean {
  const { type } = Object(readObject(join(folder, "tokenizer.json"))["model"]);
  return type === "WordPiece" && Number(config["vocab_size"]) <= LARGEST_VOCABULARY;
}

type Fields = Readonly<Record<string, unknown>>;

function readObject(file: string, { mayBeMissing = false } = {}): Fields {
  try {
    return { ...JSON.parse(readFileSync(file, "utf8")) };
  } catch (cause) {
    if (mayBeMissing && cause instanceof Error && "code" in cause && cause.code === "ENOENT") return {};
    throw new ModelError(
      `The file ${file} of the model that EMBEDDING_MODEL names can't be read: is it whole, and may this user read it?`,
      { cause },
    );
  }
}
