import { expect, test } from "vitest";
import { carryCount } from "../../src/question/carry-count.ts";
import { readCollectionQuestion } from "../../src/question/recognise-collection-question.ts";
import { answered, asked } from "./spoken-of.ts";

const meant = (question: string, ...before: readonly string[]) => {
  const history = before.flatMap((text) => [asked(text), answered("3 of the 4 papers here do.")]);
  return carryCount(history, question);
};

test.each([
  [
    "How many of them mention GPT-4?",
    ["Which papers mention LoRA?"],
    "How many papers mention “LoRA” and “GPT-4”?",
  ],
  ["Which of those are surveys?", ["How many papers mention LoRA?"], "Which surveys mention “LoRA”?"],
  ["Do any of these use DPO?", ["list the surveys"], "Are there any surveys that mention “DPO”?"],
  ["Which ones are surveys?", ["Which papers are surveys?"], "Which surveys are there?"],
  ["and QLoRA?", ["How many papers mention LoRA?"], "How many papers mention “QLoRA”?"],
  ["What about RLHF?", ["Which papers don't mention LoRA?"], "Which papers don't mention “RLHF”?"],
  ["what about reward hacking?", ["Which papers mention GPT-4?"], "Which papers mention “reward hacking”?"],
  ["and DoRA?", ["How many papers mention LoRA?", "and QLoRA?"], "How many papers mention “DoRA”?"],
  ["And Flames?", ["How many papers mention LoRA?"], "How many papers mention “Flames”?"],
  ["and Orca-Math?", ["How many papers mention LoRA?"], "How many papers mention “Orca-Math”?"],
])("%s after %j", (question, before, whole) => {
  expect(meant(question, ...before)).toBe(whole);
  expect(readCollectionQuestion(whole)).toBeDefined();
});

test.each([
  ["and QLoRA?", ["How does LoRA work?"]],
  ["How many of them mention GPT-4?", ["What is Orca?"]],
  ["What about the second one?", ["How many papers mention LoRA?"]],
  ["What about the authors?", ["How many papers mention LoRA?"]],
  ["And on GSM8K?", ["How many papers mention LoRA?"]],
  ["And why?", ["How many papers mention LoRA?"]],
  ["and QLoRA?", ["How many papers mention LoRA?", "What is Orca?"]],
  ["How many of them mention GPT-4?", ["Which papers mention LoRA or DoRA?"]],
  ["How large is it?", ["How many papers mention LoRA?"]],
])("%s after %j is no count of that", (question, before) => {
  expect(meant(question, ...before)).toBeUndefined();
});
