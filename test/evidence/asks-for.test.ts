import { expect, test } from "vitest";
import { askedFor } from "../../src/evidence/asks-for.ts";

test.each([
  "Which papers deal with text-to-SQL?",
  "List the papers you have that involve quantum computing.",
  "Two papers use sparse weights to make pretraining cheaper. How do they differ?",
  "Compare R-Tuning and refusal training.",
  "What has been done in the wake of STaR? One line per paper please.",
])("%s asks for several papers", (question) => {
  expect(askedFor(question).severalPapers).toBe(true);
});

test.each([
  "What is TALC?",
  "How many formal statements does FormalStep contain?",
  "Which paper introduced MBPP?",
  "What do the authors of this paper claim?",
])("%s asks for one paper", (question) => {
  expect(askedFor(question).severalPapers).toBe(false);
});

test.each([
  "How many scenarios are there?",
  "By what percentage did it improve?",
  "What accuracy does it reach?",
])("%s asks for a number", (question) => {
  expect(askedFor(question).number).toBe(true);
});

test("a question about a method asks for no number", () => {
  expect(askedFor("Why does the method work?").number).toBe(false);
});
