import { expect, test } from "vitest";
import { paperTitled } from "../../src/question/paper-titled.ts";
import { paperOf } from "../fixtures/papers.ts";

const MATMUL = paperOf("Scalable MatMul-free Language Modeling", "Matrix multiplication dominates the cost.");
const COT = paperOf("Chain-of-Thought Prompting: What It Does", "We study chain-of-thought prompting.");
const OTHERS = ["A", "B", "C", "D"].map((name) =>
  paperOf(`Paper ${name} on Reasoning`, "We use chain-of-thought prompting and machine translation data."),
);
const SURVEY = paperOf("Machine Translation: A Survey", "We survey it.");
const EMBERS = paperOf(
  "Embers of Autoregression: How Training Shapes Models",
  "Models are shaped by training.",
);
const TALC = paperOf("TALC: Time-Aligned Captions", "We propose TALC.");
const ORCA = paperOf("Orca 2: Teaching Small Models", "Orca 2 learns.");
const RULES = paperOf("Can LLMs Follow Simple Rules?", "We ask.");
const PART_TWO = paperOf("Physics of Language Models, Part 2", "Second.");
const PART_THREE = paperOf("Physics of Language Models, Part 3", "Third.");
const papers = new Map(
  [MATMUL, COT, ...OTHERS, SURVEY, EMBERS, TALC, ORCA, RULES, PART_TWO, PART_THREE].map((paper) => [
    paper.paperId,
    paper,
  ]),
);

test.each([
  ["Scalable MatMul-free Language Modeling", MATMUL],
  ["scalable matmul free language modelling.", MATMUL],
  ["“Scalable MatMul-Free Language Modeling”", MATMUL],
  ["Scalable MatMul-free Langauge Modeling", MATMUL],
  ["title: SCALABLE MATMUL-FREE LANGUAGE MODELING", MATMUL],
  ["Scalable MatMul-free…", MATMUL],
  ["Embers of Autoregression", EMBERS],
  ["embers of autoregression", EMBERS],
  ["TALC", TALC],
  ["talc", TALC],
  ["Orca 2", ORCA],
  ["Can LLMs follow simple rules", RULES],
  ["Physics of Language Models, Part 3", PART_THREE],
  ["Machine Translation: A Survey", SURVEY],
])("%j is the title of its paper", (text, paper) => {
  expect(paperTitled(text, papers)?.title).toBe(paper.title);
});

test.each([
  "",
  "?!",
  "chain of thought",
  "chain-of-thought prompting",
  "machine translation",
  "Machine Translation",
  "Language Modeling",
  "Orca 3",
  "Physics of Language Models, Part 4",
  "Physics of…",
  "What is Scalable MatMul-free Language Modeling?",
  "rules",
])("%j is no title", (text) => {
  expect(paperTitled(text, papers)).toBeUndefined();
});
