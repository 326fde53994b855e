import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { StorageError, UnavailableError } from "../../src/domain/errors.ts";
import { framesOf } from "../server/door.ts";
import { scriptedFootnote } from "../server/scripted-footnote.ts";
import { openOpenAI } from "./serve-openai.ts";

const path = "/v1/chat/completions";
const question = { model: "footnote", messages: [{ role: "user", content: "Can refusal be trained?" }] };

test("the stream is one of plain data frames, ends with [DONE] and is not to be gathered on its way", async () => {
  const response = await openOpenAI().post(path, { ...question, stream: true });
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  const text = await response.text();
  expect(text).toMatch(/^(data: [^\n\r]+\n\n)+$/);
  const frames = framesOf(text);
  expect(frames.at(-1)).toBe("[DONE]");
  expect(frames).toHaveLength(6);
});

test("pings fill the silence behind the role", async () => {
  const footnote = scriptedFootnote({
    async *answer(_, { signal }) {
      yield { type: "answer-started", messageId: "m-1" };
      await sleep(180, undefined, { signal });
    },
  });
  const response = await openOpenAI(footnote).post(path, { ...question, stream: true });
  expect(await response.text()).toMatch(
    /^data: .*"delta":\{"role":"assistant","content":""\}.*\n\n(: ping\n\n)+data: \[DONE\]\n\n$/,
  );
});

test.each([path, "/v1/responses"])(
  "a reader of %s who lets go of the stream ends all work",
  async (address) => {
    const signals: AbortSignal[] = [];
    const footnote = scriptedFootnote({
      async *answer(_, { signal }) {
        signals.push(signal);
        yield { type: "answer-started", messageId: "m-1" };
        await sleep(60_000, undefined, { signal });
      },
    });
    const door = openOpenAI(footnote);
    const response = await door.post(address, { ...question, input: "Why?", stream: true });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(door.unexpected).toEqual([]);
  },
);

test("a failure in mid-stream is one frame in OpenAI's shape, then [DONE]", async () => {
  const footnote = scriptedFootnote({
    async *answer() {
      yield { type: "answer-started", messageId: "m-1" };
      yield { type: "answer-failed", message: "The model fell silent." };
    },
  });
  const response = await openOpenAI(footnote).post(path, { ...question, stream: true });
  expect(framesOf(await response.text()).slice(1)).toEqual([
    { error: { message: "The model fell silent.", type: "server_error", param: null, code: "model" } },
    "[DONE]",
  ]);
});

test("fields and models that no one here knows are no mistake", async () => {
  const footnote = scriptedFootnote();
  const response = await openOpenAI(footnote).post(path, {
    ...question,
    model: "gpt-9",
    stream: null,
    n: 3,
    tools: [{ type: "function" }],
    seed: "x",
    max_tokens: 1,
    messages: [
      { role: "tool", content: "42", tool_call_id: "t" },
      { role: "assistant", content: null, tool_calls: [{}] },
      {
        role: "user",
        name: "ada",
        content: [
          { type: "image_url", image_url: { url: "https://elsewhere.example" } },
          { type: "text", text: "Can refusal" },
          { type: "input_text", text: "be trained?" },
        ],
      },
    ],
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ model: "footnote" });
  expect(footnote.asked[0]?.conversation).toEqual({ history: [], question: "Can refusal\nbe trained?" });
});

test.each([
  ["no messages", { messages: undefined }, /messages must be a list/],
  ["no question", { messages: [] }, /must be a question by the user/],
  ["an empty question", { messages: [{ role: "user", content: " " }] }, /question is empty/],
  ["an unknown role", { messages: [{ role: "robot", content: "Hi" }] }, /messages\[0\]\.role must be one of/],
  ["content of numbers", { messages: [{ role: "user", content: 7 }] }, /messages\[0\]\.content must be text/],
  [
    "a text part without text",
    { messages: [{ role: "user", content: [{ type: "text" }] }] },
    /messages\[0\]\.content/,
  ],
  ["a strange stream", { stream: "yes" }, /stream must be true or false/],
])("%s is refused in words", async (_, changes, words) => {
  const footnote = scriptedFootnote();
  const response = await openOpenAI(footnote).post(path, { ...question, ...changes });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: {
      message: expect.stringMatching(words),
      type: "invalid_request_error",
      param: null,
      code: "invalid",
    },
  });
  expect(footnote.asked).toEqual([]);
});

test("whatever refuses a request under /v1 does so in OpenAI's shape", async () => {
  const door = openOpenAI();
  const json = { "content-type": "application/json" };
  const refused: readonly [string, RequestInit, number, string, string][] = [
    ["/v1/models", { headers: { host: "evil.example" } }, 403, "permission_error", "forbidden"],
    ["/v1/models", { headers: { origin: "https://evil.example" } }, 403, "permission_error", "forbidden"],
    ["/v1", {}, 404, "invalid_request_error", "not-found"],
    ["/v1/embeddings", { method: "POST", body: "{}" }, 404, "invalid_request_error", "not-found"],
    [path, {}, 405, "invalid_request_error", "method-not-allowed"],
    [path, { method: "POST", body: "{" }, 415, "invalid_request_error", "not-json"],
    [path, { method: "POST", body: "{", headers: json }, 400, "invalid_request_error", "invalid"],
    [
      path,
      { method: "POST", body: "x".repeat(2 * 1024 * 1024 + 1), headers: json },
      413,
      "invalid_request_error",
      "too-large",
    ],
  ];
  for (const [address, init, status, type, code] of refused) {
    const response = await door.request(address, init);
    expect([address, response.status]).toEqual([address, status]);
    expect(await response.json()).toEqual({
      error: { message: expect.any(String), type, param: null, code },
    });
  }
});

test("other addresses keep the contract's shape, those that only begin alike too", async () => {
  const door = openOpenAI();
  const elsewhere = await door.post("/api/chat", {});
  expect(await elsewhere.json()).toEqual({ error: { code: "invalid", message: expect.any(String) } });
  const alike = await door.get("/v12/models");
  expect(await alike.text()).toBe("There is nothing at this address.");
});

test.each([
  [new UnavailableError("The index is being built."), 503, "5"],
  [new StorageError("The data folder can't be read."), 503, null],
])("what stands in the way of an answer has its status: %s", async (error, status, retryAfter) => {
  const footnote = scriptedFootnote({
    // biome-ignore lint/correctness/useYield: it fails before it says anything
    async *answer() {
      throw error;
    },
  });
  const response = await openOpenAI(footnote).post(path, question);
  expect(response.status).toBe(status);
  expect(response.headers.get("retry-after")).toBe(retryAfter);
  expect(await response.json()).toMatchObject({ error: { message: error.message, type: "server_error" } });
});
