import { expect, test } from "vitest";
import { readCollectionQuestion } from "../../src/question/recognise-collection-question.ts";

test.each([
  ["Which papers deal with text-to-SQL?", "list", "text-to-SQL"],
  ["how many papers mention GSM8K?", "count", "GSM8K"],
  ["do any papers use LoRA?", "whether", "LoRA"],
  ["Are there any papers on machine translation?", "whether", "machine translation"],
  ["Could you please list all the papers about jailbreaking, please?", "list", "jailbreaking"],
  [
    "Which two papers use the VirtualHome simulator, and what does each one use it for?",
    "list",
    "VirtualHome",
  ],
  ["Which papers mention the term “reward hacking”?", "list", "reward hacking"],
  ["papers on quantum computing", "list", "quantum computing"],
  ["And how many mention MATH?", "count", "MATH"],
  ["How many of the papers in this collection evaluate on the HumanEval benchmark?", "count", "HumanEval"],
  ["What papers do you have on code generation?", "list", "code generation"],
  ["Which papers are there on diffusion models?", "list", "diffusion models"],
])("%s", (question, asks, term) => {
  expect(readCollectionQuestion(question)).toMatchObject({ asks, terms: [term] });
});

test.each([
  ["list the surveys", { asks: "list", documentKind: "survey" }],
  ["How many benchmarks are there?", { asks: "count", documentKind: "benchmark" }],
  ["Which papers introduce a new dataset?", { asks: "list", documentKind: "dataset" }],
  ["Which papers are surveys?", { asks: "list", documentKind: "survey" }],
  [
    "Do you have any surveys on reinforcement learning?",
    { documentKind: "survey", terms: ["reinforcement learning"] },
  ],
])("%s", (question, condition) => {
  expect(readCollectionQuestion(question)).toMatchObject(condition);
});

test.each([
  ["In which papers is GPT-4 mentioned?", { asks: "list", terms: ["GPT-4"] }],
  ["In how many papers does GPT-4 appear?", { asks: "count", terms: ["GPT-4"] }],
  ["Which papers mention GSM8K and MATH?", { terms: ["GSM8K", "MATH"], joinedBy: "and" }],
  ["How many papers use GSM8K, MATH or AIME24?", { terms: ["GSM8K", "MATH", "AIME24"], joinedBy: "or" }],
  ["Which papers don't mention GPT-4?", { terms: ["GPT-4"], isNegated: true }],
  ["How many papers do not use LoRA?", { terms: ["LoRA"], isNegated: true }],
  ["Which papers mention C++?", { terms: ["C++"], isNegated: false }],
  ["How many surveys mention agents?", { terms: ["agents"], documentKind: "survey" }],
])("%s", (question, condition) => {
  expect(readCollectionQuestion(question)).toMatchObject(condition);
});

test.each([
  ["how many papers mention GSM8K?", true],
  ["Which papers mention sparse rewards?", true],
  ["Which papers discuss “sparse rewards”?", true],
  ["Which papers discuss sparse rewards?", false],
])("%s: whether nothing else can be meant is %s", (question, isLiteral) => {
  expect(readCollectionQuestion(question)?.isLiteral).toBe(isLiteral);
});

test.each([
  "Which papers show that RLHF hurts diversity?",
  "Which papers use language models to formally verify software, proving that programs meet their specifications?",
  "List the papers you have that involve quantum computing and say in a few words what each is about.",
  "Which papers train small models and beat GPT-4?",
  "Which papers question whether explanations are faithful?",
  "Compare the papers that use soft prompts.",
  "How many papers does the survey Reasoning with Large Language Models review?",
  "How many datasets make up LogiGLUE?",
  "How many benchmarks does it cover?",
  "Which of them mention GSM8K?",
  "What benchmarks does ReMoDetect use?",
  "What is a survey of text-to-SQL?",
  "How many papers do you have?",
  "List the benchmarks built to measure factual hallucination in free-form LLM generation, and what sets each one apart.",
  "Which papers deal with this?",
  "Which papers deal with reasoning and code?",
  "Which papers don't study sparse rewards?",
  "Which papers use it?",
  `Which papers mention ${"x".repeat(400)}?`,
])("%s is another question", (question) => {
  expect(readCollectionQuestion(question)).toBeUndefined();
});
