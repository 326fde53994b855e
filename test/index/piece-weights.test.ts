import { expect, test } from "vitest";
import { countPieces, isCommonPiece, pieceWeight } from "../../src/index/piece-weights.ts";

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

test("a piece in more than six papers of ten is common, but not among a handful of papers", () => {
  const papers = Array.from({ length: 20 }, (_, paper) => (paper < 13 ? [7, 8] : paper < 15 ? [8] : [9]));
  const counts = countPieces(papers);
  expect([7, 8, 9].map((tokenId) => isCommonPiece(counts, tokenId))).toEqual([true, true, false]);
  expect(isCommonPiece(countPieces([[7], [7]]), 7)).toBe(false);
});
