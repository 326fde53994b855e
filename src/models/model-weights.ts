import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { ModelError } from "../domain/errors.ts";

/** The precisions that are looked for, the most exact first, by what stands behind `model` in the file's name. */
const PRECISIONS = [
  { dtype: "fp32", suffix: "" },
  { dtype: "q8", suffix: "_quantized" },
  { dtype: "int8", suffix: "_int8" },
  { dtype: "uint8", suffix: "_uint8" },
  { dtype: "q4", suffix: "_q4" },
] as const;

/** Where ONNX files lie in a model's folder: as on the hub, or plainly in it. */
const SUBFOLDERS = ["onnx", ""] as const;

/** The ONNX file of a model's folder, told as the library wants it. */
export interface ModelWeights {
  readonly dtype: (typeof PRECISIONS)[number]["dtype"];
  readonly subfolder: (typeof SUBFOLDERS)[number];
  /** The ONNX file, and the files with data that lie beside it. */
  readonly files: readonly string[];
}

/**
 * Finds the weights in a folder that is laid out as on the Hugging Face hub; `setting` is the variable that names it.
 * @throws {ModelError} where the folder, its tokenizer or its weights are missing.
 */
export function findWeights(folder: string, setting: string): ModelWeights {
  for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json"]) {
    if (existsSync(join(folder, file))) continue;
    throw new ModelError(
      `The folder ${folder} holds no ${file}: ${setting} must name a folder laid out as on the Hugging Face hub, ` +
        "with config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx.",
    );
  }
  for (const { dtype, suffix } of PRECISIONS) {
    for (const subfolder of SUBFOLDERS) {
      const name = `model${suffix}.onnx`;
      if (!existsSync(join(folder, subfolder, name))) continue;
      const files = readdirSync(join(folder, subfolder))
        .filter((file) => file === name || file.startsWith(`${name}_data`))
        .sort()
        .map((file) => join(folder, subfolder, file));
      return { dtype, subfolder, files };
    }
  }
  const names = PRECISIONS.map(({ suffix }) => `model${suffix}.onnx`).join(", ");
  throw new ModelError(
    `The folder ${folder} that ${setting} names holds no model in ONNX form: none of ${names} is there, nor in onnx/.`,
  );
}

const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * The SHA-256 of files' contents, one behind the other, in hexadecimal. Read in one go, at about a second a gigabyte:
 * which model it is has to be known before anything else is done with it.
 */
export function hashFiles(files: readonly string[]): string {
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (const file of files) {
    const handle = openSync(file, "r");
    try {
      for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
        hash.update(chunk.subarray(0, read));
      }
    } finally {
      closeSync(handle);
    }
  }
  return hash.digest("hex");
}
