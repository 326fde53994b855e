import {
  DefaultChatTransport,
  parseJsonEventStream,
  readUIMessageStream,
  type UIMessage,
  uiMessageChunkSchema,
} from "ai";
import { expect, test } from "vitest";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import { asking, collected, type Door, openDoor } from "./door.ts";
import { citation, citedAnswer, corpus, scriptedFootnote } from "./scripted-footnote.ts";

/** Asks through the transport that `useChat` uses, and reads the answer to its end. */
async function ask(
  door: Door,
  messages: UIMessage[],
  body: object = {},
): Promise<{ message?: UIMessage; errors: unknown[] }> {
  const transport = new DefaultChatTransport({
    api: "http://127.0.0.1:3000/api/chat",
    body,
    fetch: async (address, init = {}) => door.request(String(address), init),
  });
  const stream = await transport.sendMessages({
    chatId: "chat-1",
    messages,
    trigger: "submit-message",
    messageId: undefined,
    abortSignal: undefined,
  });
  const errors: unknown[] = [];
  const states = readUIMessageStream({ stream, onError: (error) => errors.push(error) });
  const message = (await collected(states)).at(-1);
  return { ...(message && { message }), errors };
}

const user: UIMessage = {
  id: "u-1",
  role: "user",
  parts: [{ type: "text", text: "Can refusal be trained?" }],
};

function answering(events: readonly AnswerEvent[]): Door {
  return openDoor(
    scriptedFootnote({
      async *answer() {
        yield* events;
      },
    }),
  );
}

test("every frame is a chunk that the AI SDK knows", async () => {
  const response = await openDoor().post("/api/chat", asking("Can refusal be trained?"));
  if (!response.body) throw new Error("The answer has no body.");
  const results = parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema });
  const chunks = await collected(results);
  expect(chunks.filter(({ success }) => !success)).toEqual([]);
  expect(chunks).toHaveLength(citedAnswer.length);
});

test("the AI SDK reads text, sources, citations, outcome and metadata out of an answer", async () => {
  const { message, errors } = await ask(openDoor(), [user]);
  expect(errors).toEqual([]);
  expect(message).toMatchObject({
    id: "m-7",
    role: "assistant",
    metadata: { model: "quoting", timings: { totalMs: 31 } },
  });
  const part = (type: string) => message?.parts.find((each) => each.type === type);
  expect(part("text")).toMatchObject({
    text: "“… refusal can be trained …” [1].",
    state: "done",
    citations: [{ source: { id: "1" }, startIndex: 0, endIndex: 37, citedText: citation.quote }],
  });
  expect(part("source-url")).toMatchObject({
    sourceId: "1",
    url: "http://127.0.0.1:3000/papers/paper-1",
    title: "Paper 001",
    providerMetadata: { footnote: { number: 1, paperId: "paper-1" } },
  });
  expect(part("data-citation")).toMatchObject({ id: "c-1", data: { verdict: "supported", sourceId: "1" } });
  expect(part("data-outcome")).toMatchObject({ data: { kind: "answered" } });
  expect(part("data-status")).toBeUndefined();
});

test("the AI SDK hands an explanation on in the message's metadata, and none where none was asked for", async () => {
  const { message, errors } = await ask(openDoor(), [user], { explain: true });
  expect(errors).toEqual([]);
  expect(message?.metadata).toMatchObject({
    model: "quoting",
    explain: {
      papers: [
        { paperId: "paper-1", rank: 1, stages: [{ stage: "words", rank: 3, score: 12.5 }, {}] },
        { paperId: "paper-2", rank: 2 },
      ],
    },
  });
  expect((await ask(openDoor(), [user])).message?.metadata).not.toHaveProperty("explain");
});

test("a verdict that comes again replaces the earlier one", async () => {
  const unsure: AnswerEvent = {
    type: "sentence-cited",
    citation: { ...citation, verdict: "weak", reasons: ["not sure yet"] },
  };
  const { message } = await ask(answering(citedAnswer.toSpliced(6, 0, unsure)), [user]);
  const verdicts = message?.parts.filter(({ type }) => type === "data-citation");
  expect(verdicts).toMatchObject([{ data: { verdict: "supported", reasons: [] } }]);
});

test("a refusal names its reason and the nearest papers", async () => {
  const outcome: AnswerEvent = {
    type: "outcome-decided",
    outcome: {
      kind: "refused",
      reason: "no-evidence",
      standaloneQuestion: "What about cheese?",
      missing: ["cheese"],
      nearest: corpus.slice(0, 1),
    },
  };
  const { message } = await ask(answering(citedAnswer.with(8, outcome)), [user]);
  expect(message?.parts.find(({ type }) => type === "data-outcome")).toMatchObject({
    data: {
      kind: "refused",
      reason: "no-evidence",
      missing: ["cheese"],
      nearest: [{ paperId: "paper-1", title: "Paper 001", url: "http://127.0.0.1:3000/papers/paper-1" }],
    },
  });
});

test("what the client sends back of an earlier answer is understood", async () => {
  const footnote = scriptedFootnote();
  const door = openDoor(footnote);
  const { message } = await ask(door, [user]);
  if (!message) throw new Error("There was no answer.");
  await ask(door, [user, message, { ...user, id: "u-2", parts: [{ type: "text", text: "Why?" }] }]);
  expect(footnote.asked.at(-1)?.conversation).toEqual({
    question: "Why?",
    history: [
      { role: "user", text: "Can refusal be trained?", citedPaperUrls: [] },
      {
        role: "assistant",
        text: "“… refusal can be trained …” [1].",
        citedPaperUrls: ["http://127.0.0.1:3000/papers/paper-1"],
      },
    ],
  });
});

test("a failure in mid-answer keeps the text so far and reaches the client in words", async () => {
  const events = [
    ...citedAnswer.slice(0, 5),
    { type: "answer-failed", message: "The model fell silent." } as const,
  ];
  const { message, errors } = await ask(answering(events), [user]);
  expect(message?.parts.find(({ type }) => type === "text")).toMatchObject({
    text: "“… refusal can be trained …” [",
  });
  expect(errors).toEqual([new Error("The model fell silent.")]);
});

test("a refused request fails with the contract's JSON as its message", async () => {
  const failure = ask(openDoor(), [{ ...user, parts: [{ type: "text", text: " " }] }]);
  await expect(failure).rejects.toThrow('"code":"invalid"');
});
