import fc from "fast-check";
import { expect, test } from "vitest";
import type { RetrievalStage } from "../../src/domain/evidence.ts";
import { shouldImagine } from "../../src/question/should-imagine.ts";

function paper(score: number, ...stages: readonly RetrievalStage[]) {
  return { score, similarity: 0.5, stages: stages.map((stage) => ({ stage, rank: 1, score: 1 })) };
}

test.each([
  ["a second paper close behind", [1, 0.6, 0.1], true],
  ["a first paper that stands out", [1, 0.2, 0.19], false],
  ["equals", [1, 1], true],
  ["one paper", [1], false],
  ["no paper", [], false],
])("by late interaction: %s", (_, scores, expected) => {
  expect(shouldImagine(scores.map((score) => paper(score, "fusion", "late")))).toBe(expected);
});

test.each([
  ["a lead as most have", [0.8, 0.5], false],
  ["a small one", [0.8, 0.7], true],
])("by fused ranks: %s", (_, scores, expected) => {
  expect(shouldImagine(scores.map((score) => paper(score, "fusion")))).toBe(expected);
});

test("the scale of the scores makes no difference", () => {
  const share = fc.integer({ min: 0, max: 100 }).filter((percent) => percent !== 35);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), share, (first, percent) => {
      const papers = [paper(first, "late"), paper((first * percent) / 100, "late")];
      expect(shouldImagine(papers)).toBe(percent > 35);
    }),
  );
});

test("a paper that the question calls by its title is no guess, however close the next one is", () => {
  expect(shouldImagine([paper(1, "late", "title"), paper(1, "late")])).toBe(false);
});

test("a title on a later paper changes nothing", () => {
  expect(shouldImagine([paper(1, "late"), paper(0.9, "late", "title")])).toBe(true);
});

test("a question that means nothing to the embedding model is none to imagine an answer to", () => {
  const unknown = { ...paper(1, "fusion"), similarity: 0 };
  expect(shouldImagine([unknown, { ...unknown, score: 0.99 }])).toBe(false);
});
