import { expect, test } from "vitest";
import type { AnswerEvent, Outcome } from "../../src/domain/answer.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { uiMessageParts } from "../../src/stream/ui-message-stream.ts";

const paper: Paper = {
  paperId: "r-tuning",
  title: "R-Tuning",
  abstract: "We tune models to refuse unknown questions.",
  rawAbstract: "raw",
  sources: [],
};
const addressOf = ({ paperId }: Paper) => `http://here/papers/${paperId}`;
const parts = (event: AnswerEvent, explain = false) => uiMessageParts(event, { addressOf, explain });
const outcome = (changes: Partial<Outcome>) =>
  parts({
    type: "outcome-decided",
    outcome: { kind: "answered", standaloneQuestion: "Why?", missing: [], nearest: [], ...changes },
  });

test("an answer starts with its message id", () => {
  expect(parts({ type: "answer-started", messageId: "m-7" })).toEqual([{ type: "start", messageId: "m-7" }]);
});

test("a stage is transient, and indexing says how far it is", () => {
  expect(parts({ type: "stage-entered", stage: { stage: "retrieving" } })).toEqual([
    { type: "data-status", data: { stage: "retrieving" }, transient: true },
  ]);
  const progress = { papersDone: 40, papersTotal: 320, papersPerSecond: 13, secondsLeft: 22 };
  expect(parts({ type: "stage-entered", stage: { stage: "indexing", progress } })).toEqual([
    { type: "data-status", data: { stage: "indexing", ...progress }, transient: true },
  ]);
});

test("a cited paper carries its number, address and passages", () => {
  const passage = { passageId: "p-1", paperId: "r-tuning", text: "We tune", start: 0, end: 7, sentences: [] };
  const ranked = {
    rank: 3,
    paper,
    score: 0.83,
    similarity: 0.5,
    stages: [],
    passages: [{ passage, score: 0.9 }],
  };
  expect(parts({ type: "paper-cited", number: 1, ranked })).toEqual([
    {
      type: "source-url",
      sourceId: "1",
      url: "http://here/papers/r-tuning",
      title: "R-Tuning",
      providerMetadata: {
        footnote: {
          number: 1,
          paperId: "r-tuning",
          score: 0.83,
          passages: [{ passageId: "p-1", text: "We tune", start: 0, end: 7 }],
        },
      },
    },
  ]);
});

test.each([
  [{ published: "2024-07-30", sources: [featured("Aug 1")] }, { published: "2024-07-30" }],
  [{ sources: [featured("Jul 30"), featured("Aug 1")] }, { featuredOn: "Jul 30" }],
  [{ sources: [featured()] }, {}],
])("a cited paper with %j carries the date %j", (dates, carried) => {
  const ranked = {
    rank: 1,
    paper: { ...paper, ...dates },
    score: 1,
    similarity: 1,
    stages: [],
    passages: [],
  };
  const [part] = parts({ type: "paper-cited", number: 1, ranked });
  const own = { number: 1, paperId: "r-tuning", score: 1, passages: [] };
  expect(part).toMatchObject({ providerMetadata: { footnote: { ...own, ...carried } } });
  expect(Object.keys(Object(part).providerMetadata.footnote)).toHaveLength(4 + Object.keys(carried).length);
});

function featured(featuredOn?: string) {
  return {
    name: "a",
    kind: "page",
    firstSeenAt: "2026-07-30T00:00:00.000Z",
    ...(featuredOn && { featuredOn }),
  };
}

test("text opens, comes in deltas of at most 200 characters, and closes with its citations", () => {
  const citation = {
    citationId: "c-1",
    number: 2,
    paper,
    answerStart: 0,
    answerEnd: 29,
    quote: "tune models to refuse unknown questions",
    quoteStart: 3,
    quoteEnd: 42,
    verdict: "weak" as const,
    reasons: ["number 58.1% not in the paper"],
  };
  expect(parts({ type: "text-started" })).toEqual([{ type: "text-start", id: "t-1" }]);
  expect(parts({ type: "text-added", text: "x".repeat(250) })).toEqual([
    { type: "text-delta", id: "t-1", delta: "x".repeat(200) },
    { type: "text-delta", id: "t-1", delta: "x".repeat(50) },
  ]);
  const { paper: _, ...wire } = citation;
  expect(parts({ type: "sentence-cited", citation })).toEqual([
    { type: "data-citation", id: "c-1", data: { ...wire, sourceId: "2" } },
  ]);
  expect(parts({ type: "text-ended", citations: [citation] })).toEqual([
    {
      type: "text-end",
      id: "t-1",
      citations: [
        {
          source: {
            type: "source",
            sourceType: "url",
            id: "2",
            url: "http://here/papers/r-tuning",
            title: "R-Tuning",
          },
          startIndex: 0,
          endIndex: 29,
          citedText: "tune models to refuse unknown questions",
        },
      ],
    },
  ]);
});

test("an outcome names a reason only where it refuses, and the nearest papers by address", () => {
  expect(outcome({ reason: "not-stated" })).toEqual([
    {
      type: "data-outcome",
      data: { kind: "answered", standaloneQuestion: "Why?", missing: [], nearest: [] },
    },
  ]);
  expect(outcome({ kind: "refused", reason: "no-evidence", nearest: [paper] })).toEqual([
    {
      type: "data-outcome",
      data: {
        kind: "refused",
        reason: "no-evidence",
        standaloneQuestion: "Why?",
        missing: [],
        nearest: [{ paperId: "r-tuning", title: "R-Tuning", url: "http://here/papers/r-tuning" }],
      },
    },
  ]);
});

const timings = { rewriteMs: 0, retrieveMs: 14, totalMs: 31 };
const finished: AnswerEvent = {
  type: "answer-finished",
  model: "quoting",
  finishReason: "length",
  timings,
  retrieved: [
    {
      rank: 1,
      paper,
      score: 0.83,
      similarity: 0.5,
      stages: [{ stage: "title", rank: 1, score: 1 }],
      passages: [],
    },
  ],
};

test("an answer finishes with its model and timings, or fails in words", () => {
  expect(parts(finished)).toEqual([
    { type: "finish", finishReason: "length", messageMetadata: { model: "quoting", timings } },
  ]);
  expect(parts({ type: "answer-failed", message: "The model stopped." })).toEqual([
    { type: "error", errorText: "The model stopped." },
  ]);
});

test("an explanation names each paper found with its places, and a search that found none explains none", () => {
  const explained = (event: AnswerEvent) =>
    parts(event, true).map((part) => part.type === "finish" && part.messageMetadata.explain);
  expect(explained(finished)).toEqual([
    {
      papers: [
        {
          paperId: "r-tuning",
          title: "R-Tuning",
          rank: 1,
          score: 0.83,
          stages: [{ stage: "title", rank: 1, score: 1 }],
        },
      ],
    },
  ]);
  expect(explained({ ...finished, retrieved: [] })).toEqual([{ papers: [] }]);
});

test("suggested questions come as they are", () => {
  const questions = ["What is the key idea of R-Tuning?", "What does “Neural Databases” show?"];
  expect(parts({ type: "questions-suggested", questions })).toEqual([
    { type: "data-suggestions", data: { questions } },
  ]);
});
