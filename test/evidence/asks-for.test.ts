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
  "How many datasets make up LogiGLUE?",
  "To what does the paper attribute the failures of early-exit methods?",
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

test("how many papers are asked for is read where it is said", () => {
  expect(askedFor("Which two papers use the simulator?").paperCount).toBe(2);
  expect(askedFor("Compare three routes to automating web tasks.").paperCount).toBe(3);
  expect(askedFor("Which papers use the simulator?").paperCount).toBeUndefined();
});

test.each([
  "tl;dr of TALC?",
  "Summarise the findings.",
  "What is the core idea behind it?",
  "Explain RiskCards to a child.",
])("%s asks for a summary", (question) => {
  expect(askedFor(question).summary).toBe(true);
});

test("a figure may be asked for in other languages", () => {
  expect(askedFor("Auf wie vielen Datensätzen wurde getestet?").number).toBe(true);
  expect(askedFor("¿Cuántos parámetros tiene?").number).toBe(true);
});
