import { expect, test } from "vitest";
import { readPointer } from "../../src/question/read-pointers.ts";

test.each([
  "How widely did they test it?",
  "What do its authors name as the decisive ingredients?",
  "How much did that help on school maths?",
  "What does the paper conclude?",
  "Which of those was best?",
  "What about the other one?",
  "Does the method need labels?",
  "And do those models also work on news articles without further tuning?",
  "You mentioned a benchmark: how large is it?",
  "Is it better than TALC?",
])("%s can't be understood by itself", (question) => {
  expect(readPointer(question)).toMatchObject({ pointer: "strong" });
});

test.each([
  "And on GSM8K?",
  "What about Chinese?",
  "Why?",
  "How so?",
  "How accurate?",
  "How many parameters?",
  "Which baselines were used?",
])("%s leaves out what it is about", (question) => {
  expect(readPointer(question).pointer).toBe("ellipsis");
});

test.each([
  "Is it possible to train text-to-image models on synthetic captions?",
  "What is the best way to filter pretraining data?",
  "Does it matter for accuracy how likely the correct output is as text?",
  "Why might it be a mistake to reuse the same weights for every denoising step?",
  "How many examples does it take to tune a verifier?",
  "Is there a benchmark that measures refusals?",
  "Which methods show that models memorise?",
  "What does this collection have on quantum computing?",
  "tl;dr of the survey “Reasoning with Large Language Models”?",
  "Who proposed Skill-It?",
  "Why do LLMs hallucinate?",
  "How does RLHF work?",
  "How are rewards shaped?",
  "And why do agents forget?",
  "Is it better to filter data?",
])("%s stands alone", (question) => {
  expect(readPointer(question).pointer).toBe("none");
});

test.each([
  "Can a model tell when it is wrong?",
  "Do language models know their own limits?",
  "When LoRA is merged, does it lose accuracy?",
])("%s may point at itself", (question) => {
  expect(readPointer(question).pointer).toBe("weak");
});

test("what comes before the first word that points back is counted", () => {
  expect(readPointer("What gain over plain supervised fine-tuning did that bring?").wordsBefore).toBe(5);
});
