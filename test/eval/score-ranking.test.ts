import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hitAtOne, ndcgAt, recallAt, reciprocalRankAt } from "../../src/eval/score-ranking.ts";

const ranked = ["a", "b", "c", "d", "e", "f"];

describe("hit@1", () => {
  test("is 1 where the first is wanted, else 0", () => {
    expect(hitAtOne(ranked, new Set(["a"]))).toBe(1);
    expect(hitAtOne(ranked, new Set(["b"]))).toBe(0);
    expect(hitAtOne([], new Set(["b"]))).toBe(0);
  });
});

describe("R@k", () => {
  test("is the share of the wanted within k", () => {
    expect(recallAt(5, ranked, new Set(["b", "e", "f", "z"]))).toBe(0.5);
    expect(recallAt(6, ranked, new Set(["b", "e", "f", "z"]))).toBe(0.75);
    expect(recallAt(5, ranked, new Set())).toBe(0);
  });
});

describe("MRR@k", () => {
  test("is one over the rank of the first wanted within k", () => {
    expect(reciprocalRankAt(10, ranked, new Set(["d", "f"]))).toBe(0.25);
    expect(reciprocalRankAt(3, ranked, new Set(["d"]))).toBe(0);
  });
});

describe("nDCG@k", () => {
  test("discounts by the logarithm of the rank: two relevant, found at 1 and 3", () => {
    const relevance = new Map([
      ["a", 1],
      ["c", 1],
    ]);
    // (1 + 1/2) / (1 + 1/log2 3) = 1.5 / 1.63093
    expect(ndcgAt(10, ranked, relevance)).toBeCloseTo(0.91972, 5);
  });

  test("takes grades as gains", () => {
    const relevance = new Map([
      ["a", 1],
      ["b", 3],
    ]);
    // (1 + 3/1.58496) / (3 + 1/1.58496) = 2.89279 / 3.63093
    expect(ndcgAt(10, ranked, relevance)).toBeCloseTo(0.79671, 5);
  });

  test("looks no deeper than k, in the ranking and in the ideal", () => {
    const relevance = new Map([
      ["a", 1],
      ["b", 1],
      ["f", 1],
    ]);
    expect(ndcgAt(2, ranked, relevance)).toBe(1);
    expect(ndcgAt(10, [], relevance)).toBe(0);
    expect(ndcgAt(10, ranked, new Map())).toBe(0);
  });
});

test("no figure leaves 0..1, and the best order has an nDCG of 1", () => {
  const ids = fc.uniqueArray(fc.constantFrom(...ranked, "g", "h"));
  const grades = fc.array(fc.tuple(fc.constantFrom(...ranked), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(ids, grades, fc.integer({ min: 1, max: 12 }), (found, graded, depth) => {
      const relevance = new Map(graded);
      const wanted = new Set(relevance.keys());
      const figures = [
        hitAtOne(found, wanted),
        recallAt(depth, found, wanted),
        reciprocalRankAt(depth, found, wanted),
        ndcgAt(depth, found, relevance),
      ];
      for (const figure of figures) expect(figure >= 0 && figure <= 1).toBe(true);
      const best = [...relevance].sort(([, one], [, other]) => other - one).map(([id]) => id);
      expect(ndcgAt(depth, best, relevance)).toBeCloseTo(1, 12);
    }),
  );
});
