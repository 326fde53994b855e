import { expect, test } from "vitest";
import type { AnswerPart, Citation, Source } from "../../../src/web/stream/answer-part.ts";
import {
  type AnswerState,
  asFailed,
  asStopped,
  NEW_ANSWER,
  whenEnded,
  withPart,
} from "../../../src/web/stream/answer-state.ts";

const source = (number: number): Source => ({
  number,
  sourceId: String(number),
  url: `https://example.org/${number}`,
  title: `Paper ${number}`,
  passages: [],
});

const citation = (citationId: string, verdict: Citation["verdict"] = "supported"): Citation => ({
  citationId,
  number: 1,
  answerStart: 0,
  answerEnd: 10,
  quote: "a quote of five words",
  quoteStart: 0,
  quoteEnd: 21,
  verdict,
  reasons: [],
});

const finished: AnswerPart = {
  type: "finished",
  model: "quoting",
  retrieveMs: 1,
  firstTokenMs: 2,
  totalMs: 3,
  explained: [],
};

function answerOf(...parts: readonly AnswerPart[]): AnswerState {
  return parts.reduce(withPart, NEW_ANSWER);
}

test("gathers text, sources in the order of their numbers, and citations", () => {
  const state = answerOf(
    { type: "started", messageId: "m-1" },
    { type: "source", source: source(2) },
    { type: "source", source: source(1) },
    { type: "text", text: "One " },
    { type: "text", text: "[1]." },
    { type: "citation", citation: citation("c-1") },
    finished,
  );
  expect(state).toMatchObject({ phase: "complete", messageId: "m-1", text: "One [1]." });
  expect(state.sources.map(({ number }) => number)).toEqual([1, 2]);
  expect(state.citations).toHaveLength(1);
});

test("replaces a citation that comes again, in its place", () => {
  const state = answerOf(
    { type: "citation", citation: citation("c-1", "weak") },
    { type: "citation", citation: citation("c-2") },
    { type: "citation", citation: citation("c-1", "supported") },
  );
  expect(state.citations.map(({ citationId, verdict }) => [citationId, verdict])).toEqual([
    ["c-1", "supported"],
    ["c-2", "supported"],
  ]);
});

test("keeps what came when the answer fails, is stopped or is cut off", () => {
  const begun = answerOf({ type: "text", text: "Half a sen" });
  expect(asStopped(begun)).toMatchObject({ phase: "stopped", text: "Half a sen" });
  expect(asFailed(begun, "It broke.")).toMatchObject({ phase: "failed", failure: "It broke." });
  expect(withPart(begun, { type: "failed", message: "It broke." })).toMatchObject({ text: "Half a sen" });
  expect(whenEnded(begun)).toMatchObject({ phase: "failed", text: "Half a sen" });
  expect(whenEnded(begun).failure).toMatch(/ended before the answer/);
});

test("says nothing of what came where nothing came", () => {
  expect(whenEnded(answerOf({ type: "started", messageId: "m-1" })).failure).toBe(
    "The connection ended before an answer came. Try again.",
  );
  expect(whenEnded(answerOf({ type: "text", text: "Half" })).failure).toMatch(/What came is kept/);
});

test("leaves an answer that is whole as it is", () => {
  const whole = answerOf({ type: "text", text: "All." }, finished);
  expect(whenEnded(whole)).toBe(whole);
  expect(asStopped(whole)).toBe(whole);
});
