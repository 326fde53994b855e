import { expect, test } from "vitest";
import { bareQuestion } from "../../src/question/bare-question.ts";

test.each([
  ["Hello, what is OmniSQL?", "what is OmniSQL?"],
  ["Hi! What is OmniSQL?", "What is OmniSQL?"],
  ["1. What is OmniSQL?", "What is OmniSQL?"],
  ["What is OmniSQL [1]?", "What is OmniSQL?"],
  ["`What is TALC?`", "What is TALC?"],
  ["*What* is OmniSQL?", "What is OmniSQL?"],
  ["# What is TALC?", "What is TALC?"],
  ["\u202EWhat is\u200B TALC?", "What is TALC?"],
  ["Could you please tell me: what is TALC?", "what is TALC?"],
])("%j is about %j", (question, bare) => {
  expect(bareQuestion(question)).toBe(bare);
});

test.each([
  "What is snake_case good for?",
  "Does F* prove C* algebras?",
  "hello",
  "???",
  "Which papers mention [1]?",
  "How was [2] evaluated?",
  "Hi-fi models?",
])("%s stays as it is", (question) => {
  expect(bareQuestion(question)).toBe(question);
});
