import { z } from "zod";
import {
  type EmbeddingSource,
  type ModelFiles,
  readEmbeddingSource,
  readModelFiles,
} from "./config/model-source.ts";
import { ConfigError } from "./domain/errors.ts";

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

const httpUrl = z
  .url({ protocol: /^https?$/, error: "must be an http:// or https:// address" })
  .transform((address) => address.replace(/\/+$/, ""));

function seconds(least: number, most: number) {
  const error = `must be a number of seconds, ${least} to ${most}`;
  return z.coerce.number({ error }).min(least, error).max(most, error);
}

/** A setting that names a model; `read` gives undefined for what it can't read. */
function modelSetting<Source>(read: (value: string) => Source | undefined, error: string) {
  return z
    .string()
    .transform((value, context) => {
      const source = read(value);
      if (source !== undefined) return source;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    })
    .optional();
}

/** Every setting, by the name of its environment variable. `.env.example` lists the same names; a test compares them. */
export const EnvironmentSchema = z.object({
  PORT: z.coerce
    .number({ error: "must be a port number, 0 to 65535" })
    .int("must be a port number, 0 to 65535")
    .min(0, "must be a port number, 0 to 65535")
    .max(65_535, "must be a port number, 0 to 65535")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("data"),
  SEEDS_DIR: z.string().default("seeds"),
  PUBLIC_URL: httpUrl.optional(),
  ALLOWED_HOSTS: list,
  CORS_ORIGINS: list.pipe(z.array(httpUrl)),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: httpUrl.optional(),
  CHAT_MODEL: z.string().optional(),
  CHAT_TIMEOUT_SECONDS: seconds(1, 3600).default(60),
  HYPOTHESIS_SECONDS: seconds(0, 60).default(2),
  CHECK_WITH_MODEL: z
    .enum(["true", "false"], "must be true or false")
    .default("false")
    .transform((value) => value === "true"),
  EMBEDDING_MODEL: modelSetting(
    readEmbeddingSource,
    "must be a model of the Hugging Face hub, a folder such as ./model, or model@https://host/v1",
  ),
  RERANK_MODEL: modelSetting(
    readModelFiles,
    "must be a model of the Hugging Face hub or a folder such as ./model",
  ),
});

/** A chat model behind an OpenAI-compatible endpoint. */
export interface ChatModelSettings {
  readonly model: string;
  readonly apiKey?: string;
  readonly baseUrl?: string;
  /** How long to wait for the first word, and for each next one. */
  readonly timeoutMs: number;
  /** Whether the model gives a second opinion on each citation, behind the answer's text. */
  readonly isAskedToCheck?: boolean;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly seedsDir: string;
  readonly publicUrl?: string;
  readonly allowedHosts: readonly string[];
  readonly corsOrigins: readonly string[];
  /** Absent where no model is configured: answers are then quotations. */
  readonly chat?: ChatModelSettings;
  /** How long a search that is unsure waits for the chat model to imagine an abstract, in milliseconds; 0 for not at all. */
  readonly hypothesisTimeoutMs: number;
  /** An embedding model in place of the embedded one. */
  readonly embeddingModel?: EmbeddingSource;
  /** A cross-encoder for the last stage of retrieval, which is left out where it is absent. */
  readonly rerankModel?: ModelFiles;
}

/** The model asked for where a key or an endpoint is set and `CHAT_MODEL` is not. */
const DEFAULT_CHAT_MODEL = "gpt-4o-mini";

/**
 * Reads the configuration from the environment; an empty variable counts as unset.
 * @throws {ConfigError} with every problem at once, each naming its variable.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(EnvironmentSchema.shape);
  const set = Object.fromEntries(known.map((name) => [name, environment[name]?.trim() || undefined]));
  const parsed = EnvironmentSchema.safeParse(set);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => describe(issue, set));
  if (set["CHAT_MODEL"] && !set["OPENAI_API_KEY"] && !set["OPENAI_BASE_URL"]) {
    problems.push("CHAT_MODEL needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that asks for no key");
  }
  if (set["CHECK_WITH_MODEL"] === "true" && !set["OPENAI_API_KEY"] && !set["OPENAI_BASE_URL"]) {
    problems.push("CHECK_WITH_MODEL needs a chat model: set OPENAI_API_KEY or OPENAI_BASE_URL");
  }
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(
      `The configuration can't be used:\n${problems.map((line) => `  ${line}`).join("\n")}`,
    );
  }
  const values = parsed.data;
  const chat = chatSettings(values);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    seedsDir: values.SEEDS_DIR,
    allowedHosts: values.ALLOWED_HOSTS,
    corsOrigins: values.CORS_ORIGINS,
    hypothesisTimeoutMs: values.HYPOTHESIS_SECONDS * 1000,
    ...(values.PUBLIC_URL && { publicUrl: values.PUBLIC_URL }),
    ...(chat && { chat }),
    ...(values.EMBEDDING_MODEL && { embeddingModel: values.EMBEDDING_MODEL }),
    ...(values.RERANK_MODEL && { rerankModel: values.RERANK_MODEL }),
  };
}

function chatSettings(values: z.infer<typeof EnvironmentSchema>): ChatModelSettings | undefined {
  if (!values.OPENAI_API_KEY && !values.OPENAI_BASE_URL) return undefined;
  return {
    model: values.CHAT_MODEL ?? DEFAULT_CHAT_MODEL,
    timeoutMs: values.CHAT_TIMEOUT_SECONDS * 1000,
    ...(values.OPENAI_API_KEY && { apiKey: values.OPENAI_API_KEY }),
    ...(values.OPENAI_BASE_URL && { baseUrl: values.OPENAI_BASE_URL }),
    ...(values.CHECK_WITH_MODEL && { isAskedToCheck: true }),
  };
}

/** A key's value is never shown. */
function describe(issue: z.core.$ZodIssue, set: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const shown = name === "OPENAI_API_KEY" ? "" : ` (it is ${JSON.stringify(set[name])})`;
  return `${name} ${issue.message}${shown}`;
}
