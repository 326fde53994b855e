import { setTimeout as sleep } from "node:timers/promises";
import OpenAI, { APIError, BadRequestError } from "openai";
import { afterEach, expect, test } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import { collected } from "../server/door.ts";
import { citedAnswer, scriptedFootnote } from "../server/scripted-footnote.ts";
import {
  answering,
  refusal,
  serveOpenAI,
  twoPaperAnswer,
  twoPaperCitations,
  twoPaperText,
} from "./serve-openai.ts";

/** OpenAI's own client against the real server over a socket. */
type Served = Awaited<ReturnType<typeof serveOpenAI>>;
let served: Served | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function connect(footnote: Footnote): Promise<{ client: OpenAI; origin: string; served: Served }> {
  served = await serveOpenAI(footnote);
  const client = new OpenAI({ baseURL: served.baseURL, apiKey: "unused", maxRetries: 0 });
  return { client, origin: new URL(served.baseURL).origin, served };
}

const messages = [{ role: "user", content: "Can refusal be trained?" }] as const;

test("the models are one, by list and by name", async () => {
  const { client } = await connect(scriptedFootnote());
  expect(await collected(client.models.list())).toMatchObject([
    { id: "footnote", object: "model", owned_by: "footnote", created: expect.any(Number) },
  ]);
  expect(await client.models.retrieve("footnote")).toMatchObject({ id: "footnote" });
  await expect(client.models.retrieve("gpt-5")).rejects.toMatchObject({
    status: 404,
    code: "not-found",
    message: expect.stringContaining('no model "gpt-5" here'),
  });
});

test("a streamed completion brings text, markers' places and papers as they come", async () => {
  const { client, origin } = await connect(answering(twoPaperAnswer));
  const stream = await client.chat.completions.create({
    model: "gpt-5",
    messages: [...messages],
    stream: true,
    stream_options: { include_usage: true },
    temperature: 0,
  });
  const chunks = await collected(stream);
  expect(new Set(chunks.map(({ id, object, model }) => `${id} ${object} ${model}`))).toEqual(
    new Set(["chatcmpl-m-9 chat.completion.chunk footnote"]),
  );
  expect(new Set(chunks.map(({ created }) => created)).size).toBe(1);

  const [first] = chunks;
  expect(first?.choices).toEqual([
    { index: 0, delta: { role: "assistant", content: "" }, finish_reason: null },
  ]);
  expect(first).not.toHaveProperty("citations");
  const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
  expect(text).toBe(twoPaperText);

  const annotations = chunks.flatMap(({ choices }) => Object(choices[0]?.delta)["annotations"] ?? []);
  expect(annotations).toEqual(
    twoPaperCitations(origin).map((url_citation) => ({ type: "url_citation", url_citation })),
  );
  for (const { url_citation } of annotations)
    expect(text.slice(url_citation.start_index, url_citation.end_index)).toMatch(/^\[[12]\]$/);
  const firstAnnotated = chunks.findIndex(({ choices }) => "annotations" in Object(choices[0]?.delta));
  expect(chunks.slice(firstAnnotated).some(({ choices }) => choices[0]?.delta.content)).toBe(true);

  const urls = [`${origin}/papers/paper-1`, "https://arxiv.org/abs/2311.09677"];
  const carrying = chunks.filter((chunk) => "citations" in chunk);
  expect(carrying.map((chunk) => Object(chunk)["citations"])).toEqual([urls.slice(0, 1), urls, urls]);
  expect(carrying[0]).toMatchObject({ choices: [{ delta: { content: "Refusal can be trained [1]" } }] });
  expect(carrying.at(-1)).toMatchObject({
    choices: [{ delta: {}, finish_reason: "stop" }],
    search_results: [
      { title: "Paper 001", url: urls[0], snippet: "Paper 1 shows that refusal can be trained." },
      {
        title: "Paper 002",
        url: urls[1],
        date: "2023-11-16",
        snippet: "It does so with tuned data.",
        source: "web",
      },
    ],
  });
  // Before anything is quoted from it, the passage that was found stands for a paper.
  expect(Object(carrying[1])["search_results"][1].snippet).toBe("Paper 2 shows that refusal can be trained.");

  const { usage, choices } = chunks.at(-1) ?? {};
  expect(choices).toEqual([]);
  expect(usage).toEqual({
    prompt_tokens: 6,
    completion_tokens: Math.ceil(twoPaperText.length / 4),
    total_tokens: 6 + Math.ceil(twoPaperText.length / 4),
  });
});

test("usage comes only where it is asked for", async () => {
  const { client } = await connect(answering(citedAnswer));
  const stream = await client.chat.completions.create({ model: "m", messages: [...messages], stream: true });
  const chunks = await collected(stream);
  expect(chunks.at(-1)).toMatchObject({ choices: [{ finish_reason: "stop" }] });
  expect(chunks.some((chunk) => "usage" in chunk)).toBe(false);
});

test("a whole completion says the same as a streamed one", async () => {
  const { client, origin } = await connect(answering(twoPaperAnswer));
  const completion = await client.chat.completions.create({ model: "gpt-5", messages: [...messages] });
  expect(completion).toMatchObject({
    id: "chatcmpl-m-9",
    object: "chat.completion",
    model: "footnote",
    choices: [
      {
        index: 0,
        finish_reason: "stop",
        message: { role: "assistant", content: twoPaperText, refusal: null },
      },
    ],
    usage: { prompt_tokens: 6 },
    citations: [`${origin}/papers/paper-1`, "https://arxiv.org/abs/2311.09677"],
    search_results: [{ title: "Paper 001" }, { title: "Paper 002" }],
  });
  expect(completion.choices[0]?.message.annotations).toEqual(
    twoPaperCitations(origin).map((url_citation) => ({ type: "url_citation", url_citation })),
  );
});

test("the client's own gathering of a stream understands it", async () => {
  const { client } = await connect(answering(twoPaperAnswer));
  const stream = client.chat.completions.stream({ model: "footnote", messages: [...messages] });
  const { choices } = await stream.finalChatCompletion();
  expect(choices[0]).toMatchObject({ finish_reason: "stop", message: { content: twoPaperText } });
});

test("an answer without citations says so with an empty list, streamed and whole", async () => {
  const { client } = await connect(answering(refusal));
  const whole = await client.chat.completions.create({ model: "footnote", messages: [...messages] });
  expect(whole.choices[0]?.message).toEqual({
    role: "assistant",
    content: "The papers here have nothing on that.",
    refusal: null,
    annotations: [],
  });
  expect(whole).toMatchObject({ citations: [], search_results: [] });
  const stream = await client.chat.completions.create({ model: "m", messages: [...messages], stream: true });
  expect((await collected(stream)).at(-1)).toMatchObject({
    choices: [{ delta: { annotations: [] }, finish_reason: "stop" }],
    citations: [],
  });
});

test("an answer that was cut short says so", async () => {
  const [finished] = citedAnswer.slice(-1);
  if (finished?.type !== "answer-finished") throw new Error("The script ends in something else.");
  const { client } = await connect(
    answering([...citedAnswer.slice(0, -1), { ...finished, finishReason: "length" }]),
  );
  const whole = await client.chat.completions.create({ model: "m", messages: [...messages] });
  expect(whole.choices[0]?.finish_reason).toBe("length");
});

test("an answer of ours comes back as history, with the papers that it cited", async () => {
  const footnote = scriptedFootnote();
  const { client, origin } = await connect(footnote);
  const { choices } = await client.chat.completions.create({ model: "m", messages: [...messages] });
  const [answer] = choices;
  if (!answer) throw new Error("There was no answer.");
  await client.chat.completions.create({
    model: "m",
    messages: [
      { role: "developer", content: "Never cite anything." },
      ...messages,
      answer.message,
      { role: "user", content: [{ type: "text", text: "Why?" }] },
    ],
  });
  expect(footnote.asked.at(-1)?.conversation).toEqual({
    question: "Why?",
    history: [
      { role: "user", text: "Can refusal be trained?", citedPaperUrls: [] },
      {
        role: "assistant",
        text: "“… refusal can be trained …” [1].",
        citedPaperUrls: [`${origin}/papers/paper-1`],
      },
    ],
  });
});

test("a conversation that ends in no question is refused in words", async () => {
  const { client } = await connect(scriptedFootnote());
  const asked = client.chat.completions.create({
    model: "m",
    messages: [...messages, { role: "assistant", content: "Yes." }],
  });
  await expect(asked).rejects.toThrow(BadRequestError);
  await expect(asked).rejects.toMatchObject({
    status: 400,
    type: "invalid_request_error",
    code: "invalid",
    message: expect.stringContaining("must be a question by the user"),
  });
});

test.each([
  ["told by the answer", { type: "answer-failed", message: "The model fell silent." } as const],
  ["thrown on the way", new ModelError("The model fell silent.")],
])("a failure %s reaches the client in words, streamed and whole", async (_, failure) => {
  const { client, served } = await connect(
    scriptedFootnote({
      async *answer() {
        yield* citedAnswer.slice(0, 5);
        if (failure instanceof Error) throw failure;
        yield failure;
      },
    }),
  );
  const whole = client.chat.completions.create({ model: "m", messages: [...messages] });
  await expect(whole).rejects.toMatchObject({ status: 503, type: "server_error", code: "model" });
  const stream = await client.chat.completions.create({ model: "m", messages: [...messages], stream: true });
  const texts: string[] = [];
  const reading = (async () => {
    for await (const { choices } of stream) texts.push(choices[0]?.delta.content ?? "");
  })();
  await expect(reading).rejects.toThrow(APIError);
  await expect(reading).rejects.toThrow("The model fell silent.");
  expect(texts.join("")).toBe("“… refusal can be trained …” [");
  expect(served.unexpected).toEqual([]);
});

test("an error that no one foresaw shows nothing of itself, and is not lost", async () => {
  const failure = new Error("secret at /srv/footnote");
  const { client, served } = await connect(
    scriptedFootnote({
      async *answer() {
        yield* citedAnswer.slice(0, 1);
        throw failure;
      },
    }),
  );
  const stream = await client.chat.completions.create({ model: "m", messages: [...messages], stream: true });
  await expect(collected(stream)).rejects.toThrow(/^Something went wrong here/);
  const whole = client.chat.completions.create({ model: "m", messages: [...messages] });
  await expect(whole).rejects.toMatchObject({ status: 500, code: "internal" });
  expect(served.unexpected).toEqual([failure, failure]);
});

test.each([true, false])("a client that leaves ends all work (streamed: %s)", async (stream) => {
  const seen = { isAborted: false, hasBegun: false, hasEnded: false };
  const { client, served } = await connect(
    scriptedFootnote({
      async *answer(_, { signal }) {
        try {
          seen.hasBegun = true;
          yield { type: "answer-started", messageId: "m-1" };
          await sleep(60_000, undefined, { signal });
        } finally {
          seen.isAborted = signal.aborted;
          seen.hasEnded = true;
        }
      },
    }),
  );
  const departure = new AbortController();
  const asked = client.chat.completions.create(
    { model: "m", messages: [...messages], stream },
    { signal: departure.signal },
  );
  asked.catch(() => {});
  // The role arrives while nothing has been looked up yet.
  if (stream) await asked;
  await expect.poll(() => seen.hasBegun).toBe(true);
  expect(seen.hasEnded).toBe(false);
  departure.abort();
  await expect.poll(() => seen).toEqual({ isAborted: true, hasBegun: true, hasEnded: true });
  expect(served.unexpected).toEqual([]);
});
