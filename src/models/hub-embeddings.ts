import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ModelError, StorageError } from "../domain/errors.ts";
import type { EmbeddingModel } from "./embedding-model.ts";
import { createFolderModel } from "./folder-embeddings.ts";
import { QUIET_THREADS } from "./quiet-threads.ts";

export interface HubModelOptions {
  /** Models of the hub are kept under it, each in a folder of its name. */
  readonly cacheDir: string;
  /** Told before a model is fetched, which may take minutes. */
  readonly onNotice: (notice: string) => void;
}

/**
 * A sentence-embedding model of the Hugging Face hub in ONNX form. It is fetched once, and is from then on the model of
 * the folder that it was fetched into: nothing is asked of the hub again.
 * @throws {ModelError} where it can't be had, or is no model that Footnote can use.
 * @throws {StorageError} where it can't be kept.
 */
export async function createHubModel(
  name: string,
  { cacheDir, onNotice }: HubModelOptions,
): Promise<EmbeddingModel> {
  const folder = join(cacheDir, name);
  if (!existsSync(folder)) {
    onNotice(`The embedding model ${name} is fetched from the Hugging Face hub, once, into ${folder}.`);
    await fetchModel(name, cacheDir);
  }
  return createFolderModel(folder);
}

/** The folder gets its name when it is whole: a process that ends before leaves nothing that counts as a model. */
async function fetchModel(name: string, cacheDir: string): Promise<void> {
  const folder = join(cacheDir, name);
  const unfinished = await createUnfinishedFolder(cacheDir);
  try {
    await fetchAndTry(name, unfinished);
    await fetchPooling(name, join(unfinished, name));
    await mkdir(dirname(folder), { recursive: true });
    await rename(join(unfinished, name), folder);
  } catch (cause) {
    // Another process may have fetched it in the meantime.
    if (existsSync(folder)) return;
    throw new ModelError(
      `The embedding model ${name} can't be had: check the name in EMBEDDING_MODEL and that this machine ` +
        "reaches the Hugging Face hub, or unset EMBEDDING_MODEL to use the embedded model.",
      { cause },
    );
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function createUnfinishedFolder(cacheDir: string): Promise<string> {
  try {
    await mkdir(cacheDir, { recursive: true });
    return await mkdtemp(join(cacheDir, ".unfinished-"));
  } catch (cause) {
    throw new StorageError(
      `The folder ${cacheDir}, in which models of the hub are kept, can't be written: check who owns it, or set DATA_DIR to another one.`,
      { cause },
    );
  }
}

/** Config, tokenizer and weights; what gives no vector is not kept. */
async function fetchAndTry(name: string, cacheDir: string): Promise<void> {
  const { HuggingFaceTransformersEmbeddings } = await import(
    "@langchain/community/embeddings/huggingface_transformers"
  );
  const pretrainedOptions = { cache_dir: cacheDir, dtype: "auto", session_options: QUIET_THREADS };
  // A model that can't be had should fail at once, not after the caller's default of six retries.
  const model = new HuggingFaceTransformersEmbeddings({ model: name, maxRetries: 0, pretrainedOptions });
  await model.embedQuery("warm");
}

const POOLING_FILE = "1_Pooling/config.json";

/** How a text's vector is made of its tokens: sentence-transformers keeps that in a file of its own, the library passes it by. */
async function fetchPooling(name: string, folder: string): Promise<void> {
  const { env } = await import("@huggingface/transformers");
  const path = env.remotePathTemplate.replace("{model}", name).replace("{revision}", "main");
  const response = await fetch(new URL(`${path}${POOLING_FILE}`, env.remoteHost));
  if (response.status === 404) return;
  if (!response.ok) throw new Error(`The hub answered ${POOLING_FILE} with status ${response.status}.`);
  await mkdir(dirname(join(folder, POOLING_FILE)));
  await writeFile(join(folder, POOLING_FILE), await response.text());
}
