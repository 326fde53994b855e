import { expect, test } from "vitest";
import { isRefusal, REFUSAL_SENTENCE } from "../../src/answer/refusal-sentence.ts";

test.each([
  REFUSAL_SENTENCE,
  `${REFUSAL_SENTENCE} They are about other things.`,
  "**The papers I found don’t answer this question** [1].",
  "“the papers I found\ndon't answer this question”",
])("is a refusal: %s", (text) => {
  expect(isRefusal(text)).toBe(true);
});

test.each([
  "",
  "The papers I found answer this question.",
  `LoRA freezes the weights [1]. ${REFUSAL_SENTENCE}`,
  "The papers I found don't answer this questionnaire, but LoRA does.",
])("is none: %s", (text) => {
  expect(isRefusal(text)).toBe(false);
});
