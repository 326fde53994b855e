import { expect, test } from "vitest";
import type { Citation } from "../../src/domain/answer.ts";
import { citationPrecision, citationRecall, shareOfSoundQuotes } from "../../src/eval/score-citations.ts";
import { RULES } from "../fixtures/papers.ts";
import { citationOf } from "./citation-of.ts";

test("precision is the share of the cited that are gold, recall the share of the gold that are cited", () => {
  const cited = new Set(["a", "b", "c", "d"]);
  const gold = new Set(["b", "d", "z"]);
  expect(citationPrecision(cited, gold)).toBe(0.5);
  expect(citationRecall(cited, gold)).toBeCloseTo(2 / 3, 12);
});

test("citing nothing is worth nothing", () => {
  expect(citationPrecision(new Set(), new Set(["a"]))).toBe(0);
  expect(citationRecall(new Set(), new Set(["a"]))).toBe(0);
});

test("a quote is sound where it is the abstract's slice at its offsets and five words long", () => {
  const sound = citationOf(RULES, "15 simple text scenarios in");
  const short = citationOf(RULES, "15 simple text scenarios");
  const shifted: Citation = { ...sound, quoteStart: sound.quoteStart + 1 };
  expect(shareOfSoundQuotes([sound])).toBe(1);
  expect(shareOfSoundQuotes([short])).toBe(0);
  expect(shareOfSoundQuotes([sound, short, shifted, sound])).toBe(0.5);
  expect(shareOfSoundQuotes([])).toBe(0);
});
