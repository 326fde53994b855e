import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A model of the Hugging Face hub by its name, or one in a folder of this machine, named by its absolute path. */
export type ModelFiles =
  | { readonly kind: "hub"; readonly name: string }
  | { readonly kind: "folder"; readonly folder: string };

/** An embedding model behind an OpenAI-compatible server. */
export interface EmbeddingEndpoint {
  readonly kind: "endpoint";
  readonly model: string;
  /** The address without a closing slash, such as `https://api.openai.com/v1`. */
  readonly baseUrl: string;
}

export type EmbeddingSource = ModelFiles | EmbeddingEndpoint;

const HUB_NAME = /^[\w.-]+(?:\/[\w.-]+)?$/;
const ENDPOINT = /^(?<model>\S+)@(?<address>https?:\/\/\S+)$/;

/**
 * What `RERANK_MODEL`, and mostly `EMBEDDING_MODEL`, name: a value that begins like a path is a folder, anything else a
 * name of the hub. Undefined where it can be neither.
 */
export function readModelFiles(value: string): ModelFiles | undefined {
  const folder = readFolder(value);
  if (folder !== undefined) return { kind: "folder", folder };
  return HUB_NAME.test(value) ? { kind: "hub", name: value } : undefined;
}

/** What `EMBEDDING_MODEL` names: model files, or `model@address`. Undefined where it can be neither. */
export function readEmbeddingSource(value: string): EmbeddingSource | undefined {
  const { model, address } = ENDPOINT.exec(value)?.groups ?? {};
  if (model === undefined || address === undefined || !URL.canParse(address)) return readModelFiles(value);
  return { kind: "endpoint", model, baseUrl: address.replace(/\/+$/, "") };
}

function readFolder(value: string): string | undefined {
  if (value.startsWith("file:")) return readFileUrl(value);
  if (value === "~" || value.startsWith("~/")) return join(homedir(), value.slice(1));
  return value.startsWith(".") || isAbsolute(value) ? resolve(value) : undefined;
}

/** `file:models/minilm` is no address of its own, but says clearly enough which folder is meant. */
function readFileUrl(value: string): string {
  return value.startsWith("file:/") && URL.canParse(value)
    ? fileURLToPath(value)
    : resolve(value.slice("file:".length));
}
