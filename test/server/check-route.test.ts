import { expect, test } from "vitest";
import type { ClaimCheck, ClaimRequest } from "../../src/domain/claim.ts";
import { BadRequestError } from "../../src/domain/errors.ts";
import { openDoor } from "./door.ts";
import { paper, scriptedFootnote } from "./scripted-footnote.ts";

const QUOTE = {
  quote: "Paper 1 shows that refusal can be trained.",
  quoteStart: 0,
  quoteEnd: 42,
  score: 0.9,
};

/** A door behind which every check ends the same way, and what it was asked. */
function doorWith(check: Partial<ClaimCheck> = {}) {
  const asked: ClaimRequest[] = [];
  const footnote = scriptedFootnote({
    check: (request) => {
      asked.push(request);
      return Promise.resolve({ verdict: "supported", confidence: 0.8, evidence: [], reasons: [], ...check });
    },
  });
  return { asked, ...openDoor(footnote) };
}

test("a claim is answered with verdict, confidence, evidence and reasons", async () => {
  const { post, asked } = doorWith({
    verdict: "contradicted",
    reasons: ["number 7 not in the paper"],
    evidence: [{ paper: paper(1), ...QUOTE }],
  });
  const response = await post("/api/check", { claim: " Refusal took 7 days. ", paperIds: ["paper-1"] });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    verdict: "contradicted",
    confidence: 0.8,
    evidence: [
      { paperId: "paper-1", title: "Paper 001", url: "http://127.0.0.1:3000/papers/paper-1", ...QUOTE },
    ],
    reasons: ["number 7 not in the paper"],
  });
  expect(asked).toEqual([{ claim: "Refusal took 7 days.", paperIds: ["paper-1"] }]);
});

test("evidence of a given text has no paper", async () => {
  const { post, asked } = doorWith({ evidence: [{ paper: undefined, ...QUOTE }] });
  const text = `${QUOTE.quote} And so on.`;
  const response = await post("/api/check", { claim: "Refusal can be trained.", text });
  expect(await response.json()).toMatchObject({
    evidence: [{ paperId: "", title: "the given text", url: "", ...QUOTE }],
  });
  expect(asked).toEqual([{ claim: "Refusal can be trained.", text }]);
});

test("a text of 100,000 characters is taken", async () => {
  const { post } = doorWith();
  expect((await post("/api/check", { claim: "A.", text: "x".repeat(100_000) })).status).toBe(200);
});

test.each([
  ["no claim", {}, /^In the request's body, claim must be a text\./],
  ["an empty claim", { claim: "  " }, /^In the request's body, claim is empty: write a sentence to check\./],
  ["a long claim", { claim: "x".repeat(2_001) }, /claim must be at most 2000 characters long\./],
  [
    "a long text",
    { claim: "A.", text: "x".repeat(100_001) },
    /text must be at most 100000 characters long\./,
  ],
  ["no papers", { claim: "A.", paperIds: [] }, /paperIds must be at least 1 entries long\./],
  ["a word for papers", { claim: "A.", paperIds: "p" }, /paperIds must be a list\./],
  ["both", { claim: "A.", paperIds: ["p"], text: "B." }, /either `paperIds` or `text`/],
])("%s gets 400 in words", async (_, body, message) => {
  const { post, asked } = doorWith();
  const response = await post("/api/check", body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: { code: "invalid", message: expect.stringMatching(message) },
  });
  expect(asked).toEqual([]);
});

test("an unknown paper is told", async () => {
  const footnote = scriptedFootnote({
    check: () => Promise.reject(new BadRequestError('There is no paper "nowhere" here.')),
  });
  const response = await openDoor(footnote).post("/api/check", { claim: "A.", paperIds: ["nowhere"] });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: { code: "invalid", message: 'There is no paper "nowhere" here.' },
  });
});
