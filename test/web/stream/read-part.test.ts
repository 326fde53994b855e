import fc from "fast-check";
import { expect, test } from "vitest";
import { readPart } from "../../../src/web/stream/read-part.ts";

const source = {
  type: "source-url",
  sourceId: "1",
  url: "http://127.0.0.1:3000/papers/r-tuning",
  title: "R-Tuning",
  providerMetadata: {
    footnote: {
      number: 1,
      paperId: "r-tuning",
      score: 0.8,
      passages: [{ passageId: "p", text: "Some text.", start: 3, end: 13 }, { text: "no offsets" }],
    },
  },
};

const citation = {
  citationId: "c-1",
  sourceId: "1",
  number: 1,
  answerStart: 0,
  answerEnd: 29,
  quote: "Some text.",
  quoteStart: 3,
  quoteEnd: 13,
  verdict: "weak",
  reasons: ["number 3 not in the paper"],
};

test("reads a cited paper with its passages, and one without Footnote's own fields", () => {
  expect(readPart(source)).toEqual({
    type: "source",
    source: {
      number: 1,
      sourceId: "1",
      url: "http://127.0.0.1:3000/papers/r-tuning",
      title: "R-Tuning",
      paperId: "r-tuning",
      passages: [{ text: "Some text.", start: 3, end: 13 }],
    },
  });
  const footnote = { ...source.providerMetadata.footnote, published: "2024-07-30", featuredOn: "Jul 30" };
  expect(readPart({ ...source, providerMetadata: { footnote } })).toMatchObject({
    source: { published: "2024-07-30", featuredOn: "Jul 30" },
  });
  expect(readPart({ type: "source-url", sourceId: "2", url: "https://example.org" })).toMatchObject({
    source: { number: 2, title: "https://example.org", passages: [] },
  });
  expect(readPart({ ...source, sourceId: "a", providerMetadata: {} })).toBeUndefined();
});

test("reads a citation, and leaves out one that lacks a field or has an unknown verdict", () => {
  const { sourceId: _, ...own } = citation;
  expect(readPart({ type: "data-citation", id: "c-1", data: citation })).toEqual({
    type: "citation",
    citation: own,
  });
  expect(readPart({ type: "data-citation", data: { ...citation, verdict: "great" } })).toBeUndefined();
  expect(readPart({ type: "data-citation", data: { ...citation, quoteEnd: "13" } })).toBeUndefined();
});

test("reads how far the index is, and a stage without figures", () => {
  const data = { stage: "indexing", papersDone: 8, papersTotal: 320, papersPerSecond: 12.5, secondsLeft: 25 };
  const { stage, ...progress } = data;
  expect(readPart({ type: "data-status", data, transient: true })).toEqual({
    type: "status",
    status: { stage, progress },
  });
  expect(readPart({ type: "data-status", data: { stage: "dreaming" } })).toEqual({
    type: "status",
    status: { stage: "dreaming", progress: undefined },
  });
});

test("reads outcome, ending and failure", () => {
  const nearest = [{ paperId: "a", title: "A", url: "u" }, { title: "no id" }];
  expect(
    readPart({
      type: "data-outcome",
      data: { kind: "refused", reason: "no-evidence", missing: [1], nearest },
    }),
  ).toEqual({
    type: "outcome",
    outcome: { kind: "refused", reason: "no-evidence", missing: [], nearest: [nearest[0]] },
  });
  expect(
    readPart({ type: "finish", messageMetadata: { model: "quoting", timings: { totalMs: 31 } } }),
  ).toEqual({
    type: "finished",
    model: "quoting",
    retrieveMs: undefined,
    firstTokenMs: undefined,
    totalMs: 31,
    explained: [],
  });
  expect(readPart({ type: "error", errorText: "The model is down." })).toEqual({
    type: "failed",
    message: "The model is down.",
  });
});

test("reads why papers were found, and leaves out what lacks a field", () => {
  const late = { stage: "late", rank: 2, score: 0.71 };
  const paper = { paperId: "a", title: "A", rank: 1, score: 1 };
  const papers = [
    { ...paper, stages: [late, { stage: "words", rank: "1st", score: 3 }, { rank: 1, score: 1 }] },
    { ...paper, paperId: "b", stages: "none" },
    { ...paper, paperId: 7, stages: [late] },
    { paperId: "c", stages: [late] },
  ];
  expect(readPart({ type: "finish", messageMetadata: { explain: { papers } } })).toMatchObject({
    explained: [
      { paperId: "a", rank: 1, score: 1, stages: [late] },
      { paperId: "b", rank: 1, score: 1, stages: [] },
    ],
  });
});

test("passes over parts of the protocol that the page has no use for", () => {
  for (const type of ["start-step", "reasoning-delta", "data-suggestions", "file", "tool-input-start", 7]) {
    expect(readPart({ type })).toBeUndefined();
  }
});

test("never throws, whatever a server sends", () => {
  const types = fc.constantFrom(
    "start",
    "data-status",
    "source-url",
    "text-delta",
    "data-citation",
    "data-outcome",
    "finish",
    "error",
  );
  fc.assert(
    fc.property(types, fc.jsonValue(), fc.jsonValue(), (type, data, other) => {
      readPart(other);
      readPart({ type, data, sourceId: data, delta: data, messageMetadata: data, providerMetadata: other });
    }),
  );
});
