import { expect, test } from "vitest";
import { papersWithOwnName } from "../../src/question/own-names.ts";
import { papersNamedIn, placesNamedIn } from "../../src/question/papers-named-in.ts";
import { paperOf } from "../fixtures/papers.ts";
import { FLAMES, ORCA, ORCA_MATH, PAPERS, TULU } from "./spoken-of.ts";

const METADATA = paperOf(
  "Metadata Conditioning Speeds up Pre-training",
  "We call it Metadata Conditioning then Cooldown (MeCo). It is tested on XSum-Q, on which it gains.",
);
const WITH_METADATA = new Map([...PAPERS, [METADATA.paperId, METADATA]]);
const named = (question: string) => papersNamedIn(question, WITH_METADATA);

test("titles, names before colons, and names that one abstract introduces, in the question's order", () => {
  expect(named("Is MeCo better than Orca-Math or TÜLU 3?")).toEqual([METADATA, ORCA_MATH, TULU]);
  expect(named("Does Flames or RLVR cost more, Flames or Orca?")).toEqual([FLAMES, TULU, ORCA]);
});

test("what an abstract only uses, or several have, names no paper", () => {
  expect(named("Which models do well on XSum-Q?")).toEqual([]);
  expect(named("Is GSM8k solved by SLMs and LLMs?")).toEqual([]);
  expect(named("Does it help?")).toEqual([]);
});

test("a paper is named once, where it first is", () => {
  expect(placesNamedIn("Does RLVR make TÜLU 3 better?", WITH_METADATA)).toEqual([
    { paper: TULU, start: 15, end: 21 },
  ]);
});

test("of an answer each name stands for the only paper that has it, introduced or not", () => {
  expect(papersWithOwnName("It was trained with RLVR.", PAPERS)).toEqual([TULU]);
  expect(papersWithOwnName("It was tested on XSum-Q.", WITH_METADATA)).toEqual([METADATA]);
  expect(papersWithOwnName("It was tested on XYZ and is large.", PAPERS)).toEqual([]);
});
