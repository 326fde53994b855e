import { expect, test } from "vitest";
import { countPieces, pieceWeight } from "../../src/index/piece-weights.ts";

const vocabulary = ["[PAD]", "[CLS]", ".", "model", "##s", "talc"];
const counts = countPieces([
  [1, 3, 3, 2],
  [1, 3, 5, 2],
]);

test("counts each piece once a paper", () => {
  expect(counts).toEqual({ paperCount: 2, papersWith: { 1: 2, 2: 2, 3: 2, 5: 1 } });
});

test("rare pieces weigh more than common ones, by hand: ln(1 + (N - n + 0.5) / (n + 0.5))", () => {
  const weightOf = pieceWeight(counts, vocabulary);
  expect(weightOf(3)).toBeCloseTo(Math.log(1 + 0.5 / 2.5));
  expect(weightOf(5)).toBeCloseTo(Math.log(1 + 1.5 / 1.5));
  expect(weightOf(4)).toBeCloseTo(Math.log(1 + 2.5 / 0.5));
});

test("punctuation and the model's own signs weigh nothing, however rare", () => {
  const weightOf = pieceWeight(counts, vocabulary);
  expect([0, 1, 2].map(weightOf)).toEqual([0, 0, 0]);
});
