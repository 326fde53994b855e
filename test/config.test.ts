import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { ConfigError } from "../src/domain/errors.ts";

test("needs nothing: without a single variable there is a configuration, and no model", () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
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
