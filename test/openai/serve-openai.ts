import { once } from "node:events";
import { createHttpServer } from "../../src/cli/create-http-server.ts";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import { openaiDoor } from "../../src/openai/openai-door.ts";
import { type Door, openDoor } from "../server/door.ts";
import { citation, citedAnswer, paper, ranked, scriptedFootnote } from "../server/scripted-footnote.ts";

/** The door in front of a Footnote, as requests reach it without a socket. */
export function openOpenAI(footnote: Footnote = scriptedFootnote()): Door {
  return openDoor(footnote, { heartbeatMs: 50 }, [openaiDoor]);
}

/** The real server in front of a Footnote, on a free port. */
export async function serveOpenAI(footnote: Footnote): Promise<{
  /** With `/v1`, as a client's settings have it. */
  readonly baseURL: string;
  readonly unexpected: readonly unknown[];
  close(): Promise<void>;
}> {
  const door = openOpenAI(footnote);
  const server = createHttpServer(door.app.fetch);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    baseURL: `http://127.0.0.1:${address.port}/v1`,
    unexpected: door.unexpected,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A Footnote that answers every question with these events. */
export function answering(events: readonly AnswerEvent[]): Footnote {
  return scriptedFootnote({
    async *answer() {
      yield* events;
    },
  });
}

const FIRST = "Refusal can be trained [1], with tuned data [1][2].";
const SECOND = " It is cheap [2].";

/** The text of `twoPaperAnswer`: one sentence with three markers, two of them of the same paper, and one with one. */
export const twoPaperText = `${FIRST}${SECOND}`;

const [secondStart, secondEnd] = [FIRST.length + 1, twoPaperText.length];

export const second = paper(2, { outsideUrl: "https://arxiv.org/abs/2311.09677", published: "2023-11-16" });

const inFirst = { ...citation, answerStart: 0, answerEnd: FIRST.length };
const ofSecond = { number: 2, paper: second, quote: "It does so with tuned data." };

/** An answer from two papers whose last verdict is corrected before the outcome. */
export const twoPaperAnswer: readonly AnswerEvent[] = [
  { type: "answer-started", messageId: "m-9" },
  { type: "stage-entered", stage: { stage: "retrieving" } },
  { type: "text-started" },
  { type: "paper-cited", number: 1, ranked: ranked(1) },
  { type: "text-added", text: "Refusal can be trained [1]" },
  { type: "paper-cited", number: 2, ranked: ranked(2, second) },
  { type: "text-added", text: ", with tuned data [1][2]." },
  { type: "sentence-cited", citation: { ...inFirst, citationId: "c-1" } },
  {
    type: "sentence-cited",
    citation: { ...inFirst, citationId: "c-2", quote: "It does so with tuned data." },
  },
  { type: "sentence-cited", citation: { ...inFirst, ...ofSecond, citationId: "c-3" } },
  { type: "text-added", text: SECOND },
  {
    type: "sentence-cited",
    citation: {
      ...citation,
      ...ofSecond,
      citationId: "c-4",
      verdict: "weak",
      answerStart: secondStart,
      answerEnd: secondEnd,
    },
  },
  { type: "text-ended", citations: [] },
  {
    type: "sentence-cited",
    citation: {
      ...citation,
      ...ofSecond,
      citationId: "c-4",
      verdict: "unsupported",
      answerStart: secondStart,
      answerEnd: secondEnd,
    },
  },
  ...citedAnswer.slice(8),
];

/** The citations of `twoPaperAnswer` for a reader at this origin, by the text that each encloses. */
export function twoPaperCitations(origin: string) {
  const one = { url: `${origin}/papers/paper-1`, title: "Paper 001" };
  const two = { url: second.outsideUrl, title: "Paper 002" };
  const at = (marker: string, from: number) => {
    const start_index = twoPaperText.indexOf(marker, from);
    return { start_index, end_index: start_index + marker.length };
  };
  return [
    { ...at("[1]", 0), ...one },
    { ...at("[1]", 30), ...one },
    { ...at("[2]", 0), ...two },
    { ...at("[2]", FIRST.length), ...two },
  ];
}

/** A refusal: plain text that cites nothing. */
export const refusal: readonly AnswerEvent[] = [
  { type: "answer-started", messageId: "m-3" },
  { type: "text-started" },
  { type: "text-added", text: "The papers here have nothing on that." },
  { type: "text-ended", citations: [] },
  {
    type: "outcome-decided",
    outcome: {
      kind: "refused",
      reason: "out-of-scope",
      standaloneQuestion: "Cheese?",
      missing: [],
      nearest: [],
    },
  },
  {
    type: "answer-finished",
    model: "quoting",
    finishReason: "stop",
    timings: { rewriteMs: 0, retrieveMs: 1, totalMs: 2 },
    retrieved: [],
  },
];
