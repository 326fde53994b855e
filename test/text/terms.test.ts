import { expect, test } from "vitest";
import { contentTerms, fold, isStopWord, stem } from "../../src/text/terms.ts";

test("content words come in order, stemmed, without stop words", () => {
  expect(contentTerms("How do the models follow simple rules?").map(({ stem: one }) => one)).toEqual([
    "model",
    "follow",
    "simpl",
    "rule",
  ]);
});

test("decimals and thousands stay whole, names keep their letters", () => {
  expect(contentTerms("GPT-4o scores 58.1% on 1,000 tasks").map(({ word }) => word)).toEqual([
    "GPT",
    "4o",
    "scores",
    "58.1",
    "1,000",
    "tasks",
  ]);
});

test("accents and case are folded", () => {
  expect(fold("TÜLU")).toBe("tulu");
  expect(stem("Générations")).toBe(stem("generation"));
  expect(isStopWord("Which")).toBe(true);
});
