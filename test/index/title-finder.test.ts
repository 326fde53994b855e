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

test("a part of a title in quotation marks names its paper, unless several titles have it", () => {
  const survey = paperOf("Reasoning with Models, a Survey", "…");
  const puzzles = paperOf("Puzzles: Inductive Reasoning with Models", "…");
  const others = [
    paperOf("Maps: Rivers and Lakes of Asia", "…"),
    paperOf("Atlas: Rivers and Lakes of Asia", "…"),
  ];
  const findQuoted = createTitleFinder([survey, puzzles, ...others]);
  expect(findQuoted('tl;dr of "Reasoning with Models"?')).toEqual(new Set([survey.paperId]));
  expect(findQuoted("What does “Inductive reasoning with models” find?")).toEqual(new Set([puzzles.paperId]));
  expect(findQuoted('Is there news on "rivers and lakes of Asia"?')).toEqual(new Set());
  expect(findQuoted("Is reasoning with models done?")).toEqual(new Set());
});
