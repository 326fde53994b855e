import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import { asking, framesOf, openDoor } from "./door.ts";
import { citation, citedAnswer, ranked, scriptedFootnote } from "./scripted-footnote.ts";

type Answer = Footnote["answer"];

const question = asking("Can refusal be trained?");

function answering(events: readonly AnswerEvent[]) {
  return openDoor(
    scriptedFootnote({
      async *answer() {
        yield* events;
      },
    }),
  );
}

test("an answer arrives part by part, in the contract's order and shape", async () => {
  const response = await openDoor().post("/api/chat", question);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
    "x-vercel-ai-ui-message-stream": "v1",
  });
  const url = "http://127.0.0.1:3000/papers/paper-1";
  const { paper: _, ...cited } = citation;
  expect(framesOf(await response.text())).toEqual([
    { type: "start", messageId: "m-7" },
    { type: "data-status", data: { stage: "retrieving" }, transient: true },
    { type: "text-start", id: "t-1" },
    {
      type: "source-url",
      sourceId: "1",
      url,
      title: "Paper 001",
      providerMetadata: {
        footnote: {
          number: 1,
          paperId: "paper-1",
          score: 1,
          passages: [{ passageId: "paper-1#0", text: citation.quote, start: 0, end: 42 }],
        },
      },
    },
    { type: "text-delta", id: "t-1", delta: "“… refusal can be trained …” [" },
    { type: "text-delta", id: "t-1", delta: "1]." },
    { type: "data-citation", id: "c-1", data: { ...cited, sourceId: "1" } },
    {
      type: "text-end",
      id: "t-1",
      citations: [
        {
          source: { type: "source", sourceType: "url", id: "1", url, title: "Paper 001" },
          startIndex: 0,
          endIndex: 37,
          citedText: citation.quote,
        },
      ],
    },
    {
      type: "data-outcome",
      data: { kind: "answered", standaloneQuestion: "Can refusal be trained?", missing: [], nearest: [] },
    },
    {
      type: "finish",
      finishReason: "stop",
      messageMetadata: {
        model: "quoting",
        timings: { rewriteMs: 0, retrieveMs: 14, firstTokenMs: 22, totalMs: 31 },
      },
    },
    "[DONE]",
  ]);
});

test("the end of an answer explains every paper found, where that is asked for", async () => {
  const response = await openDoor().post("/api/chat", { ...question, explain: true });
  const explained = [1, 2].map((rank) => ({
    paperId: `paper-${rank}`,
    title: `Paper 00${rank}`,
    rank,
    score: 1 / rank,
    stages: [
      { stage: "words", rank: rank + 2, score: 12.5 },
      { stage: "vectors", rank, score: 0.5 },
    ],
  }));
  expect(framesOf(await response.text()).at(-2)).toEqual({
    type: "finish",
    finishReason: "stop",
    messageMetadata: {
      model: "quoting",
      timings: { rewriteMs: 0, retrieveMs: 14, firstTokenMs: 22, totalMs: 31 },
      explain: { papers: explained },
    },
  });
});

test("questions to go on with are asked for by the request, and come before the end", async () => {
  const wanted: unknown[] = [];
  const door = openDoor(
    scriptedFootnote({
      async *answer(_, { suggest }) {
        wanted.push(suggest);
        yield* citedAnswer.slice(0, -1);
        if (suggest) yield { type: "questions-suggested", questions: ["What does “Paper 002” show?"] };
        yield* citedAnswer.slice(-1);
      },
    }),
  );
  const response = await door.post("/api/chat", { ...question, suggest: true });
  expect(framesOf(await response.text()).slice(-4)).toMatchObject([
    { type: "data-outcome" },
    { type: "data-suggestions", data: { questions: ["What does “Paper 002” show?"] } },
    { type: "finish" },
    "[DONE]",
  ]);
  const plain = await door.post("/api/chat", question);
  expect(await plain.text()).not.toContain("data-suggestions");
  expect(wanted).toEqual([true, false]);
});

test("every frame is one data line, and the last is [DONE]", async () => {
  const response = await answering([{ type: "text-added", text: "one\r\ntwo\n\ndata: three\u2028" }]).post(
    "/api/chat",
    question,
  );
  expect(await response.text()).toMatch(/^(data: [^\n\r]+\n\n)+$/);
});

test("long text leaves in deltas of at most 200 characters", async () => {
  const text = `${"word ".repeat(99)}[12].`;
  const response = await answering([{ type: "text-added", text }]).post("/api/chat", question);
  const deltas = framesOf(await response.text()).flatMap((part) =>
    typeof part === "object" && part !== null && "delta" in part ? [String(part.delta)] : [],
  );
  expect(deltas.map((delta) => delta.length)).toEqual([200, 200, 100]);
  expect(deltas.join("")).toBe(text);
});

test("papers are addressed by PUBLIC_URL where it is set, and known ones where they are at home", async () => {
  const outsideUrl = "https://arxiv.org/abs/2311.09677";
  const events: AnswerEvent[] = [
    { type: "paper-cited", number: 1, ranked: ranked(1) },
    {
      type: "paper-cited",
      number: 2,
      ranked: { ...ranked(2), paper: { ...ranked(2).paper, outsideUrl } },
    },
  ];
  const footnote = scriptedFootnote({
    async *answer() {
      yield* events;
    },
  });
  const response = await openDoor(footnote, { publicUrl: "https://here.example" }).post(
    "/api/chat",
    question,
  );
  expect(framesOf(await response.text())).toMatchObject([
    { url: "https://here.example/papers/paper-1" },
    { url: outsideUrl },
    "[DONE]",
  ]);
});

test("the product gets the conversation and the filter, and nothing that it doesn't know", async () => {
  const footnote = scriptedFootnote();
  const filter = { paperIds: ["paper-1"], sources: ["page.txt"], publishedFrom: "2026-01-01" };
  const body = {
    id: "chat-1",
    trigger: "regenerate-message",
    messageId: "a-2",
    sessionId: 5,
    filter: { ...filter, colour: "red" },
    messages: [
      { role: "system", content: "Be nice." },
      { role: "user", content: "What is R-Tuning?" },
      {
        id: "a-1",
        role: "assistant",
        parts: [
          { type: "source-url", sourceId: "1", url: "http://127.0.0.1:3000/papers/paper-1", title: "Paper" },
          { type: "text", text: "It refuses [1]." },
        ],
      },
      { role: "user", content: [{ type: "text", text: "Why?" }] },
      { id: "a-2", role: "assistant", parts: [{ type: "text", text: "Because." }] },
    ],
  };
  const response = await openDoor(footnote).post("/api/chat", body);
  expect(response.status).toBe(200);
  await response.text();
  expect(footnote.asked).toMatchObject([
    {
      conversation: {
        question: "Why?",
        history: [
          { role: "user", text: "What is R-Tuning?", citedPaperUrls: [] },
          {
            role: "assistant",
            text: "It refuses [1].",
            citedPaperUrls: ["http://127.0.0.1:3000/papers/paper-1"],
          },
        ],
      },
      filter,
    },
  ]);
  expect(footnote.asked[0]?.filter).not.toHaveProperty("colour");
});

test("the first frame leaves before any work is done", async () => {
  const work = Promise.withResolvers<void>();
  const answer: Answer = async function* () {
    yield { type: "answer-started", messageId: "m-1" };
    await work.promise;
  };
  const response = await openDoor(scriptedFootnote({ answer })).post("/api/chat", question);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('data: {"type":"start","messageId":"m-1"}\n\n');
  work.resolve();
  await reader?.cancel();
});

test("a failure after the first word becomes one error part, and is not lost", async () => {
  const failure = new Error("connect ECONNREFUSED 10.0.0.7 key sk-123");
  const answer: Answer = async function* () {
    yield* citedAnswer.slice(0, 5);
    throw failure;
  };
  const door = openDoor(scriptedFootnote({ answer }));
  const text = await (await door.post("/api/chat", question)).text();
  expect(framesOf(text).slice(-2)).toEqual([
    { type: "error", errorText: expect.stringMatching(/^Something went wrong.*Try again/) },
    "[DONE]",
  ]);
  expect(text).not.toContain("sk-123");
  expect(door.unexpected).toEqual([failure]);
});

test("a failure that the answer itself reports is passed on in its words", async () => {
  const door = answering([
    { type: "answer-started", messageId: "m-1" },
    { type: "answer-failed", message: "The model fell silent in mid-sentence. Try again." },
  ]);
  expect(framesOf(await (await door.post("/api/chat", question)).text())).toEqual([
    { type: "start", messageId: "m-1" },
    { type: "error", errorText: "The model fell silent in mid-sentence. Try again." },
    "[DONE]",
  ]);
});

/** An answer that starts and then waits for nothing but its signal. */
function waitingAnswer() {
  const seen = { isAborted: false, hasEnded: false };
  const answer: Answer = async function* (_, { signal }) {
    try {
      yield { type: "answer-started", messageId: "m-1" };
      await sleep(60_000, undefined, { signal });
    } finally {
      seen.isAborted = signal.aborted;
      seen.hasEnded = true;
    }
  };
  return { footnote: scriptedFootnote({ answer }), seen };
}

test("a client that closes the stream ends the answer behind it", async () => {
  const { footnote, seen } = waitingAnswer();
  const door = openDoor(footnote);
  const reader = (await door.post("/api/chat", question)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await expect.poll(() => seen).toEqual({ isAborted: true, hasEnded: true });
  expect(door.unexpected).toEqual([]);
});

test("a client that aborts its request ends the answer behind it", async () => {
  const { footnote, seen } = waitingAnswer();
  const door = openDoor(footnote);
  const client = new AbortController();
  const response = await door.post("/api/chat", question, { signal: client.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  client.abort();
  await expect.poll(() => seen).toEqual({ isAborted: true, hasEnded: true });
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
  expect(door.unexpected).toEqual([]);
});

test("a silent stream is kept alive with pings", async () => {
  const answer: Answer = async function* () {
    yield { type: "answer-started", messageId: "m-1" };
    await sleep(120);
    yield { type: "answer-failed", message: "Too slow." };
  };
  const response = await openDoor(scriptedFootnote({ answer }), { heartbeatMs: 50 }).post(
    "/api/chat",
    question,
  );
  expect(await response.text()).toMatch(/"m-1"}\n\n(: ping\n\n)+data: {"type":"error"/);
});

test("there is nothing to resume", async () => {
  const response = await openDoor().get("/api/chat/chat-1/stream");
  expect(response.status).toBe(204);
  expect(await response.text()).toBe("");
});

test.each([
  ["no messages", {}, /^In the request's body, messages must be a list\./],
  ["an empty list of messages", { messages: [] }, /last message must be a question/],
  ["a body that is a list", [], /^The request's body must be an object\./],
  ["an empty question", asking("  "), /question is empty/],
  ["20,000 characters", asking("x".repeat(20_000)), /20,000 characters.*8,000/],
  [
    "a role of its own",
    { messages: [{ role: "robot", content: "Hi" }] },
    /^In the request's body, messages\[0\]\.role must be one of/,
  ],
  [
    "very many messages",
    { messages: Array.from({ length: 400_000 }, () => 7) },
    /^In the request's body, messages has more than 500 messages: leave out the older ones\.$/,
  ],
  ["a number for an id", { ...question, id: 5 }, /^In the request's body, id must be a text\./],
  [
    "a number for explain",
    { ...question, explain: 1 },
    /^In the request's body, explain must be true or false\./,
  ],
  [
    "a text for suggest",
    { ...question, suggest: "yes" },
    /^In the request's body, suggest must be true or false\./,
  ],
  ["an unknown trigger", { ...question, trigger: "retry" }, /^In the request's body, trigger must be one of/],
  [
    "a filter that is a text",
    { ...question, filter: "all" },
    /^In the request's body, filter must be an object\./,
  ],
  [
    "a date that is none",
    { ...question, filter: { publishedTo: "Jul 30" } },
    /^In the request's body, filter\.publishedTo must be a date/,
  ],
  ["an answer at the end", { messages: [{ role: "assistant", content: "Hi" }] }, /last message must be/],
])("%s gets 400 in words", async (_, body, message) => {
  const response = await openDoor().post("/api/chat", body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: { code: "invalid", message: expect.stringMatching(message) },
  });
});
