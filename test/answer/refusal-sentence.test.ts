import { expect, test } from "vitest";
import { isRefusal, REFUSAL_SENTENCE } from "../../src/answer/refusal-sentence.ts";

test.each([
  REFUSAL_SENTENCE,
  `${REFUSAL_SENTENCE} They are about other things.`,
  `${REFUSAL_SENTENCE}\n\nThe evidence does not mention cheese. I hope this helps!`,
  "The papers I found don't answer this question, as they are about music.",
  `[1]\n\n${REFUSAL_SENTENCE}`,
  "**The papers I found don’t answer this question** [1].",
  "“the papers I found\ndon't answer this question”",
])("is a refusal: %s", (text) => {
  expect(isRefusal(text)).toBe(true);
});

test.each([
  "",
  "The papers I found answer this question.",
  `${REFUSAL_SENTENCE} However, OmegaPRM reaches 69.4% [1].`,
  `${REFUSAL_SENTENCE}\n- LoRA freezes the weights.`,
  `LoRA freezes the weights [1]. ${REFUSAL_SENTENCE}`,
  "The papers I found don't answer this questionnaire, but LoRA does.",
])("is none: %s", (text) => {
  expect(isRefusal(text)).toBe(false);
});
