import { APIConnectionError, APIError } from "openai";
import { expect, test } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import { modelFailure } from "../../src/models/model-failure.ts";
import { SilenceError } from "../../src/models/next-in-time.ts";

const settings = { model: "some-model", baseUrl: "http://me:secret@models.lan:8000/v1", timeoutMs: 60_000 };

function explain(error: unknown, hasBegun = false): string {
  return modelFailure(error, { settings, hasBegun }).message;
}

function connectionError(code: string): APIConnectionError {
  return new APIConnectionError({
    cause: new Error("fetch failed", { cause: Object.assign(new Error(), { code }) }),
  });
}

test.each([
  [
    "ECONNREFUSED",
    "Nothing listens at models.lan:8000. Start the chat model's server, or check OPENAI_BASE_URL.",
  ],
  ["ENOTFOUND", "No host is known as models.lan:8000. Check OPENAI_BASE_URL and the network."],
  [
    "ECONNRESET",
    "The connection to the chat model at models.lan:8000 failed. Check OPENAI_BASE_URL, or ask again.",
  ],
])("a connection that fails with %s names the host, without what stands before it", (code, message) => {
  expect(explain(connectionError(code))).toBe(message);
});

test("a date to try again at is told in seconds", () => {
  const date = new Date(Date.now() + 90_000).toUTCString();
  const error = APIError.generate(429, {}, undefined, new Headers({ "retry-after": date }));
  expect(explain(error)).toMatch(/Ask again in (?:8\d|90) s\./);
});

test("a date that can't be read is left out", () => {
  const error = APIError.generate(429, {}, undefined, new Headers({ "retry-after": "soon" }));
  expect(explain(error)).toContain("Ask again in a moment.");
});

test("silence names the seconds waited", () => {
  expect(explain(new SilenceError())).toContain("no word for 60 s");
});

test("what can't be explained points at the address, and the cause is kept", () => {
  const cause = new SyntaxError("Unexpected token <");
  const failure = modelFailure(cause, { settings, hasBegun: false });
  expect(failure).toBeInstanceOf(ModelError);
  expect(failure.cause).toBe(cause);
  expect(failure.message).toContain("OPENAI_BASE_URL");
  expect(failure.message).not.toContain("token");
});
