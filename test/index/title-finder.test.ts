import { expect, test } from "vitest";
import { createTitleFinder } from "../../src/index/title-finder.ts";
import { LISTENING, paperOf, RULES } from "../fixtures/papers.ts";

const short = paperOf("Model Merging", "…");
const find = createTitleFinder([RULES, LISTENING, short, paperOf("???", "…")]);

test("a title that stands in the question names its paper, case and punctuation aside", () => {
  expect(find("can llms follow simple rules")).toEqual(new Set([RULES.paperId]));
  expect(find("Summarise “Language Model can listen while speaking”, please!")).toEqual(
    new Set([LISTENING.paperId]),
  );
});

test("a short title names its paper only where it is all that was asked", () => {
  expect(find("model merging")).toEqual(new Set([short.paperId]));
  expect(find("What is gained by model merging?")).toEqual(new Set());
});

test("parts of a title and parts of words name nothing", () => {
  expect(find("Can LLMs Follow Simple Rulesets?")).toEqual(new Set());
  expect(find("listen while speaking")).toEqual(new Set());
  expect(find("?")).toEqual(new Set());
});
