import { expect, onTestFinished, test } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import { type ChatModel, createChatModel } from "../../src/models/chat-model.ts";
import {
  diesAfter,
  endsEarlyAfter,
  failsAfter,
  hangsUp,
  neverAnswers,
  refuses,
  says,
  stallsAfter,
} from "../upstream/behaviours.ts";
import { type Behaviour, createUpstream } from "../upstream/create-upstream.ts";

const HELD = new AbortController().signal;
const QUESTION = [{ role: "user" as const, text: "What does LoRA freeze?" }];

async function modelBehind(
  script: readonly [Behaviour, ...Behaviour[]],
  settings: { readonly timeoutMs?: number; readonly apiKey?: string } = {},
) {
  const upstream = await createUpstream(...script);
  onTestFinished(() => upstream.close());
  const model = createChatModel({
    model: "some-model",
    baseUrl: upstream.baseUrl,
    timeoutMs: 5_000,
    ...settings,
  });
  return { upstream, model };
}

/** The pieces that came, and how it ended: a finish reason, or the message of what was thrown. */
async function ask(model: ChatModel, signal = HELD) {
  const pieces: string[] = [];
  try {
    const stream = model.stream(QUESTION, signal);
    let next = await stream.next();
    for (; !next.done; next = await stream.next()) pieces.push(next.value);
    return { pieces, ending: next.value.finishReason };
  } catch (error) {
    expect(error).toBeInstanceOf(ModelError);
    return { pieces, ending: error instanceof Error ? error.message : "" };
  }
}

test("streams the pieces as they come, and says why it ended", async () => {
  const { model, upstream } = await modelBehind([says(["LoRA freezes [", "1", "]."], { delayMs: 5 })], {
    apiKey: "secret",
  });
  expect(model.name).toBe("some-model");
  expect(await ask(model)).toEqual({ pieces: ["LoRA freezes [", "1", "]."], ending: "stop" });
  expect(upstream.requests[0]).toMatchObject({
    path: "/v1/chat/completions",
    headers: { authorization: "Bearer secret" },
    body: {
      model: "some-model",
      stream: true,
      messages: [{ role: "user", content: "What does LoRA freeze?" }],
    },
  });
});

test("sends every message with its role, and works without a key", async () => {
  const { model, upstream } = await modelBehind([says(["Yes."])]);
  const messages = [
    { role: "system" as const, text: "Be brief." },
    { role: "user" as const, text: "Is it frozen?" },
    { role: "assistant" as const, text: "What?" },
    { role: "user" as const, text: "LoRA." },
  ];
  for await (const _ of model.stream(messages, HELD));
  expect(upstream.requests[0]?.body.messages).toEqual(
    messages.map(({ role, text }) => ({ role, content: text })),
  );
});

test("tells an answer that was cut for its length", async () => {
  const { model } = await modelBehind([says(["LoRA fr"], { finishReason: "length" })]);
  expect(await ask(model)).toEqual({ pieces: ["LoRA fr"], ending: "length" });
});

test.each([
  ["a refused key", refuses(401), "The chat model's server refused the key. Check OPENAI_API_KEY."],
  ["a forbidden key", refuses(403), "The chat model's server refused the key. Check OPENAI_API_KEY."],
  [
    "an unknown model",
    refuses(404),
    'The chat model\'s server knows no model "some-model". Check CHAT_MODEL and OPENAI_BASE_URL.',
  ],
  [
    "too many requests",
    refuses(429, { headers: { "retry-after": "17" } }),
    "The chat model gets too many requests. Ask again in 17 s.",
  ],
  [
    "too many requests, no hint",
    refuses(429),
    "The chat model gets too many requests. Ask again in a moment.",
  ],
  [
    "a used-up quota",
    refuses(429, { code: "insufficient_quota" }),
    "The chat model's account has no quota left. Check the account that OPENAI_API_KEY belongs to.",
  ],
  [
    "a prompt too long for OpenAI",
    refuses(400, {
      code: "context_length_exceeded",
      message: "This model's maximum context length is 8192 tokens.",
    }),
    expect.stringContaining("longer than the chat model can read"),
  ],
  [
    "a prompt too long for llama.cpp",
    refuses(400, { message: "the request exceeds the available context size" }),
    expect.stringContaining("longer than the chat model can read"),
  ],
  [
    "a request it doesn't take",
    refuses(400),
    "The chat model's server refused the request (status 400). Check that CHAT_MODEL names a chat model.",
  ],
])("says in words: %s", async (_, behaviour, message) => {
  const { model, upstream } = await modelBehind([behaviour], { apiKey: "secret" });
  expect(await ask(model)).toEqual({ pieces: [], ending: message });
  expect(upstream.requests).toHaveLength(1);
});

test("what can't be read of an answer is not printed", async () => {
  const { model } = await modelBehind([
    async (response) => {
      response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
      response.end('data: {"sk-SECRET\n\n');
    },
  ]);
  expect((await ask(model)).ending).toContain("gave no answer that could be read");
  expect(console.error).not.toHaveBeenCalled();
});

test("asks for a key where none is set", async () => {
  const { model } = await modelBehind([refuses(401)]);
  expect((await ask(model)).ending).toBe("The chat model's server asks for a key. Set OPENAI_API_KEY.");
});

test("tries once more when the server fails or hangs up, then says so", async () => {
  const recovering = await modelBehind([hangsUp(), says(["Yes."])]);
  const failing = await modelBehind([refuses(503)]);
  const answers = await Promise.all([ask(recovering.model), ask(failing.model)]);
  expect(answers).toEqual([
    { pieces: ["Yes."], ending: "stop" },
    { pieces: [], ending: "The chat model's server has failed (status 503). Ask again in a moment." },
  ]);
  expect(recovering.upstream.requests).toHaveLength(2);
  expect(failing.upstream.requests).toHaveLength(2);
});

test("says that nothing listens at the address", async () => {
  const { model, upstream } = await modelBehind([says([])]);
  await upstream.close();
  const { host } = new URL(upstream.baseUrl);
  expect((await ask(model)).ending).toBe(
    `Nothing listens at ${host}. Start the chat model's server, or check OPENAI_BASE_URL.`,
  );
});

test.each([
  ["the connection dies", diesAfter(["LoRA "])],
  ["the stream ends early", endsEarlyAfter(["LoRA "])],
  ["the stream reports an error", failsAfter(["LoRA "])],
])("keeps what came when %s, and says that the answer broke off", async (_, behaviour) => {
  const { model } = await modelBehind([behaviour]);
  expect(await ask(model)).toEqual({
    pieces: ["LoRA "],
    ending: "The answer broke off: the connection to the chat model was lost. Ask again.",
  });
});

test("never repeats what the upstream said, but keeps it as the cause", async () => {
  for (const behaviour of [refuses(400), refuses(401), failsAfter([]), refuses(418)]) {
    const { model } = await modelBehind([behaviour]);
    const error: unknown = await model
      .stream(QUESTION, HELD)
      .next()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ModelError);
    if (!(error instanceof ModelError)) continue;
    expect(error.message).not.toContain("upstream's own words");
    expect(String(error.cause)).toContain("upstream's own words");
  }
});

test.each([
  [
    "first",
    neverAnswers(),
    [],
    "The chat model sent no word for 0.5 s. Ask again, or raise CHAT_TIMEOUT_SECONDS.",
  ],
  [
    "next",
    stallsAfter(["LoRA "]),
    ["LoRA "],
    "The answer broke off: the chat model sent no word for 0.5 s. Ask again, or raise CHAT_TIMEOUT_SECONDS.",
  ],
])("gives up when the %s piece does not come in time, and hangs up", async (_, behaviour, pieces, ending) => {
  const { model, upstream } = await modelBehind([behaviour], { timeoutMs: 500 });
  expect(await ask(model)).toEqual({ pieces, ending });
  expect(await upstream.requests[0]?.isCutShort).toBe(true);
});

test("a slow answer is no failure as long as pieces keep coming", async () => {
  const pieces = Array.from({ length: 12 }, (_, index) => `word ${index} `);
  const { model } = await modelBehind([says(pieces, { delayMs: 40 })], { timeoutMs: 300 });
  expect(await ask(model)).toEqual({ pieces, ending: "stop" });
});

test("leaving the loop hangs up", async () => {
  const { model, upstream } = await modelBehind([
    says(
      Array.from({ length: 500 }, () => "word "),
      { delayMs: 5 },
    ),
  ]);
  for await (const _ of model.stream(QUESTION, HELD)) break;
  expect(await upstream.requests[0]?.isCutShort).toBe(true);
});

test("aborting before the first piece hangs up and ends quietly", async () => {
  const { model, upstream } = await modelBehind([neverAnswers()]);
  const abort = new AbortController();
  const answer = ask(model, abort.signal);
  const request = await upstream.request(0);
  abort.abort();
  expect(await answer).toEqual({ pieces: [], ending: "stop" });
  expect(await request.isCutShort).toBe(true);
});

test("aborting in mid-answer hangs up and ends quietly", async () => {
  const { model, upstream } = await modelBehind([stallsAfter(["LoRA "])]);
  const abort = new AbortController();
  const stream = model.stream(QUESTION, abort.signal);
  expect(await stream.next()).toEqual({ done: false, value: "LoRA " });
  const next = stream.next();
  abort.abort();
  expect(await next).toEqual({ done: true, value: { finishReason: "stop" } });
  expect(await upstream.requests[0]?.isCutShort).toBe(true);
});

test("an aborted signal sends nothing", async () => {
  const { model, upstream } = await modelBehind([says(["Yes."])]);
  expect(await ask(model, AbortSignal.abort())).toEqual({ pieces: [], ending: "stop" });
  expect(upstream.requests).toHaveLength(0);
});
