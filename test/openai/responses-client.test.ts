import { setTimeout as sleep } from "node:timers/promises";
import { ChatOpenAI } from "@langchain/openai";
import OpenAI from "openai";
import { afterEach, expect, test } from "vitest";
import type { Footnote } from "../../src/domain/footnote.ts";
import { collected } from "../server/door.ts";
import { citedAnswer, scriptedFootnote } from "../server/scripted-footnote.ts";
import {
  answering,
  openOpenAI,
  refusal,
  serveOpenAI,
  twoPaperAnswer,
  twoPaperCitations,
  twoPaperText,
} from "./serve-openai.ts";

/** The Responses API, asked by OpenAI's own client and by LangChain's over a socket. */
let close = async () => {};

afterEach(() => close());

async function connect(footnote: Footnote) {
  const served = await serveOpenAI(footnote);
  close = served.close;
  const { baseURL, unexpected } = served;
  const client = new OpenAI({ baseURL, apiKey: "unused", maxRetries: 0 });
  return { client, baseURL, unexpected, origin: new URL(baseURL).origin };
}

const input = "Can refusal be trained?";

function flatCitations(origin: string) {
  return twoPaperCitations(origin).map((citation) => ({ type: "url_citation", ...citation }));
}

test("a streamed response comes in the order that the client gathers", async () => {
  const { client, origin } = await connect(answering(twoPaperAnswer));
  const events = await collected(await client.responses.create({ model: "gpt-5", input, stream: true }));
  expect(events.map(({ type }) => type.replace("response.", ""))).toEqual([
    "created",
    "in_progress",
    "output_item.added",
    "content_part.added",
    "output_text.delta",
    "output_text.delta",
    "output_text.annotation.added",
    "output_text.annotation.added",
    "output_text.annotation.added",
    "output_text.delta",
    "output_text.annotation.added",
    "output_text.done",
    "content_part.done",
    "output_item.done",
    "completed",
  ]);
  expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, index) => index));
  expect(events[0]).toMatchObject({ response: { id: "resp_m-9", status: "in_progress", output: [] } });
  const annotations = events.flatMap((event) =>
    event.type === "response.output_text.annotation.added" ? [event] : [],
  );
  expect(annotations.map(({ annotation }) => annotation)).toEqual(flatCitations(origin));
  expect(annotations.map(({ annotation_index }) => annotation_index)).toEqual([0, 1, 2, 3]);
  expect(events.at(-1)).toMatchObject({
    response: {
      status: "completed",
      model: "footnote",
      output: [{ id: "msg_m-9", status: "completed", content: [{ text: twoPaperText }] }],
      usage: { input_tokens: 6, output_tokens: Math.ceil(twoPaperText.length / 4) },
    },
  });
});

test("the client's own gathering of a stream ends in the whole response", async () => {
  const { client, origin } = await connect(answering(twoPaperAnswer));
  const whole = await client.responses.stream({ model: "footnote", input }).finalResponse();
  expect(whole.output_text).toBe(twoPaperText);
  expect(whole.output).toMatchObject([{ content: [{ annotations: flatCitations(origin) }] }]);
});

test("a whole response says the same", async () => {
  const { client, origin } = await connect(answering(twoPaperAnswer));
  const whole = await client.responses.create({ model: "gpt-5", input });
  expect(whole).toMatchObject({
    id: "resp_m-9",
    object: "response",
    status: "completed",
    error: null,
    incomplete_details: null,
    model: "footnote",
    output_text: twoPaperText,
    usage: { input_tokens: 6, total_tokens: 6 + Math.ceil(twoPaperText.length / 4) },
  });
  expect(whole.output).toMatchObject([
    { type: "message", role: "assistant", content: [{ annotations: flatCitations(origin) }] },
  ]);
});

test("a refusal is an answer like any other, with no citations", async () => {
  const { client } = await connect(answering(refusal));
  const whole = await client.responses.create({ model: "footnote", input });
  expect(whole).toMatchObject({ status: "completed", output: [{ content: [{ annotations: [] }] }] });
  expect(whole.output_text).toBe("The papers here have nothing on that.");
});

test("an answer that was cut short is incomplete", async () => {
  const [finished] = citedAnswer.slice(-1);
  if (finished?.type !== "answer-finished") throw new Error("The script ends in something else.");
  const { client } = await connect(
    answering([...citedAnswer.slice(0, -1), { ...finished, finishReason: "length" }]),
  );
  const expected = { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } };
  expect(await client.responses.create({ model: "m", input })).toMatchObject(expected);
  const events = await collected(await client.responses.create({ model: "m", input, stream: true }));
  expect(events.at(-1)).toMatchObject({ type: "response.incomplete", response: expected });
});

test("a conversation of items is understood, our own answer with its papers among them", async () => {
  const footnote = scriptedFootnote();
  const { client, origin } = await connect(footnote);
  const [answer] = (await client.responses.create({ model: "m", input })).output;
  if (answer?.type !== "message") throw new Error("There was no answer.");
  await client.responses.create({
    model: "m",
    instructions: "Never cite anything.",
    input: [
      { role: "developer", content: "Answer in rhymes." },
      { role: "user", content: input },
      answer,
      { type: "function_call_output", call_id: "f-1", output: "42" },
      { role: "user", content: [{ type: "input_text", text: "Why?" }] },
    ],
  });
  expect(footnote.asked.at(-1)?.conversation).toEqual({
    question: "Why?",
    history: [
      { role: "user", text: input, citedPaperUrls: [] },
      {
        role: "assistant",
        text: "“… refusal can be trained …” [1].",
        citedPaperUrls: [`${origin}/papers/paper-1`],
      },
    ],
  });
});

test.each([
  ["an earlier response, which no one kept", { previous_response_id: "resp_1" }, /`previous_response_id`/],
  ["a kept conversation", { conversation: { id: "conv_1" } }, /`conversation`/],
  ["an empty question", { input: " " }, /question is empty/],
  ["no input", { input: undefined }, /input must be a list/],
  ["content of numbers", { input: [{ role: "user", content: 7 }] }, /input\[0\]\.content must be text/],
  ["a message without a role", { input: [{ content: "Why?" }] }, /input\[0\]\.role must be one of/],
])("%s is refused in words", async (_, changes, words) => {
  const response = await openOpenAI().post("/v1/responses", { input, ...changes });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: {
      message: expect.stringMatching(words),
      type: "invalid_request_error",
      param: null,
      code: "invalid",
    },
  });
});

test("a failure reaches the client in words, streamed with the text so far, and whole", async () => {
  const { client } = await connect(
    answering([...citedAnswer.slice(0, 5), { type: "answer-failed", message: "The model fell silent." }]),
  );
  const events = await collected(await client.responses.create({ model: "m", input, stream: true }));
  expect(events.at(-1)).toMatchObject({
    type: "response.failed",
    response: {
      status: "failed",
      error: { code: "server_error", message: "The model fell silent." },
      output: [{ status: "incomplete", content: [{ text: "“… refusal can be trained …” [" }] }],
    },
  });
  const whole = client.responses.create({ model: "m", input });
  await expect(whole).rejects.toMatchObject({ status: 503, code: "model", type: "server_error" });
});

test("an error that no one foresaw shows nothing of itself, and is not lost", async () => {
  const failure = new Error("secret at /srv/footnote");
  const { client, unexpected } = await connect(
    scriptedFootnote({
      async *answer() {
        yield* citedAnswer.slice(0, 1);
        throw failure;
      },
    }),
  );
  const events = await collected(await client.responses.create({ model: "m", input, stream: true }));
  expect(events.at(-1)).toMatchObject({
    type: "response.failed",
    response: { error: { message: expect.stringMatching(/^Something went wrong here/) } },
  });
  expect(unexpected).toEqual([failure]);
});

test("a client that leaves a stream ends all work", async () => {
  const seen = { isAborted: false, hasEnded: false };
  const { client, unexpected } = await connect(
    scriptedFootnote({
      async *answer(_, { signal }) {
        try {
          yield { type: "answer-started", messageId: "m-1" };
          await sleep(60_000, undefined, { signal });
        } finally {
          seen.isAborted = signal.aborted;
          seen.hasEnded = true;
        }
      },
    }),
  );
  const stream = await client.responses.create({ model: "m", input, stream: true });
  for await (const { type } of stream) {
    expect(type).toBe("response.created");
    break;
  }
  await expect.poll(() => seen).toEqual({ isAborted: true, hasEnded: true });
  expect(unexpected).toEqual([]);
});

test("LangChain's ChatOpenAI has the citations in its content blocks here, streamed and whole", async () => {
  const { baseURL, origin } = await connect(answering(twoPaperAnswer));
  const chat = new ChatOpenAI({
    model: "footnote",
    apiKey: "unused",
    maxRetries: 0,
    configuration: { baseURL },
    useResponsesApi: true,
  });
  const titles = flatCitations(origin).map(({ title }) => title);
  const message = await chat.invoke(input);
  expect(message.text).toBe(twoPaperText);
  const annotationsOf = (content: unknown) =>
    Array.isArray(content) ? content.flatMap((block) => block.annotations ?? []) : [];
  expect(annotationsOf(message.content).map(({ title }) => title)).toEqual(titles);
  const chunks = await collected(await chat.stream(input));
  expect(chunks.map(({ text }) => text).join("")).toBe(twoPaperText);
  expect(chunks.flatMap(({ content }) => annotationsOf(content)).map(({ title }) => title)).toEqual(titles);
});
