import { expect, test } from "vitest";
import { doubtOf, GREATEST_DOUBT } from "../../src/evidence/doubt.ts";
import { lacksFigure, missingParts, namesNotIn } from "../../src/evidence/missing-details.ts";
import { countTerms, termWeight } from "../../src/index/term-weights.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { LISTENING, paperOf, RULES, rankedOf } from "../fixtures/papers.ts";
import { comparedOf } from "./matches-of.ts";

const PURPLE = paperOf(
  "PURPLE: Making a Model a Better SQL Writer",
  "PURPLE retrieves demonstrations for writing SQL. It reaches 80.5% exact-set match accuracy on the Spider benchmark. " +
    "Twelve annotators checked the demonstrations.",
);
const papers = [PURPLE, RULES, LISTENING];
const parts = {
  passagesOf: (paperId: string) => papers.filter((paper) => paper.paperId === paperId).flatMap(splitPassages),
  weightOf: termWeight(countTerms(papers)),
};
const doubt = (question: string) =>
  doubtOf(
    question,
    papers.map((paper) => comparedOf(question, paper)),
    parts,
  );

test("a figure for something that the paper never mentions is doubted, a stated one is not", () => {
  expect(doubt("What exact-set match accuracy does PURPLE reach on Spider?")).toBeLessThan(GREATEST_DOUBT);
  expect(doubt("How many questions of the BIRD benchmark does it answer?")).toBeGreaterThan(GREATEST_DOUBT);
});

test("how many of something is doubted where no figure stands near it", () => {
  expect(doubt("How many annotators checked the demonstrations of PURPLE?")).toBeLessThan(
    doubt("How many GPUs did PURPLE need for its demonstrations?"),
  );
});

test("a summary and a question about several papers are never doubted, nor is one without compared tokens", () => {
  expect(doubt("Summarise the BIRD results of PURPLE.")).toBe(0);
  expect(doubt("Which papers report BIRD accuracy?")).toBe(0);
  expect(doubtOf("What accuracy does PURPLE reach on BIRD?", [rankedOf(PURPLE)], parts)).toBe(0);
});

test("the parts of a question that the paper doesn't answer are named", () => {
  expect(missingParts("What accuracy does it reach on Spider, and how many GPUs were used?", PURPLE)).toEqual(
    ["how many GPUs were used?"],
  );
  expect(
    missingParts("What accuracy does it reach on Spider, and how many annotators were there?", PURPLE),
  ).toEqual([]);
  expect(missingParts("How many GPUs were used?", PURPLE)).toEqual([]);
});

test("names are looked for in English questions only", () => {
  expect(namesNotIn("Is BIRD or Spider used?", PURPLE)).toEqual(["BIRD"]);
  const points = paperOf("POINTS", "We improve a vision-language model.");
  expect(namesNotIn("Is a VLM or an LLM improved?", points)).toEqual(["LLM"]);
  expect(namesNotIn("Wie heißt der Ansatz von PURPLE für das Schreiben?", PURPLE)).toEqual([]);
});

test("where only a figure answers, quotes without one of their own don't", () => {
  const quote = (text: string) => ({
    paper: PURPLE,
    quote: text,
    quoteStart: 0,
    quoteEnd: text.length,
    score: 0.5,
  });
  expect(lacksFigure("How far do the 2 models fall?", [quote("Both 2 models fall far behind.")])).toBe(true);
  expect(lacksFigure("How far do the 2 models fall?", [quote("Both fall by 12 points.")])).toBe(false);
  expect(lacksFigure("Why do the models fall?", [quote("Both models fall far behind.")])).toBe(false);
});
