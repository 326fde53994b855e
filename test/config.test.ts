import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { ConfigError } from "../src/domain/errors.ts";

test("needs nothing: without a single variable there is a configuration, and no model", () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    hypothesisTimeoutMs: 2_000,
    dataDir: "data",
    seedsDir: "seeds",
    allowedHosts: [],
    corsOrigins: [],
  });
});

test("an empty variable counts as unset", () => {
  expect(readConfig({ PORT: "", OPENAI_API_KEY: "  ", CHAT_MODEL: "" })).toEqual(readConfig({}));
});

test("a key or an address configures a model", () => {
  expect(readConfig({ OPENAI_API_KEY: "k", CHAT_MODEL: "m" }).chat).toEqual({
    apiKey: "k",
    model: "m",
    timeoutMs: 60_000,
  });
  const local = readConfig({
    OPENAI_BASE_URL: "http://127.0.0.1:11434/v1/",
    CHAT_MODEL: "m",
    CHAT_TIMEOUT_SECONDS: "5",
  });
  expect(local.chat).toEqual({ baseUrl: "http://127.0.0.1:11434/v1", model: "m", timeoutMs: 5000 });
});

test("the model is asked for second opinions only where that is wished", () => {
  const chat = { OPENAI_API_KEY: "k", CHAT_MODEL: "m" };
  expect(readConfig({ ...chat, CHECK_WITH_MODEL: "true" }).chat).toMatchObject({ isAskedToCheck: true });
  expect(readConfig({ ...chat, CHECK_WITH_MODEL: "false" })).toEqual(readConfig(chat));
  expect(() => readConfig({ CHECK_WITH_MODEL: "true" })).toThrow("CHECK_WITH_MODEL needs a chat model");
  expect(() => readConfig({ CHECK_WITH_MODEL: "yes" })).toThrow("CHECK_WITH_MODEL must be true or false");
});

test.each([
  ["Xenova/gte-small", { kind: "hub", name: "Xenova/gte-small" }],
  ["./models/gte", { kind: "folder", folder: join(process.cwd(), "models", "gte") }],
  ["../gte", { kind: "folder", folder: join(process.cwd(), "..", "gte") }],
  ["/srv/models/gte", { kind: "folder", folder: "/srv/models/gte" }],
  ["~/gte", { kind: "folder", folder: join(homedir(), "gte") }],
  ["file:///srv/my%20models/gte", { kind: "folder", folder: "/srv/my models/gte" }],
  ["file:models/gte", { kind: "folder", folder: join(process.cwd(), "models", "gte") }],
])("a model is of the hub or in a folder: %s", (value, source) => {
  expect(readConfig({ EMBEDDING_MODEL: value, RERANK_MODEL: value })).toMatchObject({
    embeddingModel: source,
    rerankModel: source,
  });
});

test.each([
  [
    "text-embedding-3-small@https://api.openai.com/v1/",
    "text-embedding-3-small",
    "https://api.openai.com/v1",
  ],
  ["@cf/baai/bge@http://127.0.0.1:11434/v1", "@cf/baai/bge", "http://127.0.0.1:11434/v1"],
])("an embedding model may be behind an address: %s", (value, model, baseUrl) => {
  expect(readConfig({ EMBEDDING_MODEL: value }).embeddingModel).toEqual({ kind: "endpoint", model, baseUrl });
});

test.each([
  ["EMBEDDING_MODEL", "https://api.openai.com/v1"],
  ["EMBEDDING_MODEL", "a model of mine"],
  ["EMBEDDING_MODEL", "model@https://"],
  ["RERANK_MODEL", "rerank@https://api.example.org/v1"],
])("%s can't be %j", (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name} must be a model of the Hugging Face hub`);
});

test("lists are cut at commas", () => {
  const config = readConfig({
    ALLOWED_HOSTS: "papers.example, lab.example:8080,",
    CORS_ORIGINS: "https://a.example",
  });
  expect(config.allowedHosts).toEqual(["papers.example", "lab.example:8080"]);
  expect(config.corsOrigins).toEqual(["https://a.example"]);
});

test("all problems come at once, each naming its variable", () => {
  const environment = {
    PORT: "70000",
    PUBLIC_URL: "papers",
    CHAT_TIMEOUT_SECONDS: "soon",
    CHAT_MODEL: "m",
    CORS_ORIGINS: "nowhere",
  };
  let message = "";
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    message = error instanceof Error ? error.message : "";
  }
  const lines = message.split("\n").slice(1);
  expect(lines).toHaveLength(5);
  for (const name of Object.keys(environment))
    expect(lines.some((line) => line.trim().startsWith(name))).toBe(true);
  expect(message).toContain('PORT must be a port number, 0 to 65535 (it is "70000")');
});

test("a key is never shown", () => {
  expect(() => readConfig({ OPENAI_API_KEY: "secret-key", PORT: "x" })).toThrow(/^(?!.*secret-key)/su);
});
