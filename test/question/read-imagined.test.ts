import { expect, test } from "vitest";
import { readImagined } from "../../src/question/read-imagined.ts";

const ABSTRACT = "Pruning removes weights. We prune at birth and lose 0.5 points on GSM8K.";

test.each([
  ["plainly", ABSTRACT],
  ["over several lines", "\nPruning removes weights.\n\nWe prune at birth and lose\n0.5 points on GSM8K.\n"],
  ["after a label", `Abstract: ${ABSTRACT}`],
  ["after a bold label", `**Abstract:** ${ABSTRACT}`],
  ["after a bold label without a colon", `**Abstract**\n\n${ABSTRACT}`],
  ["under a heading", `## Abstract\n\n${ABSTRACT}`],
  ["after a title and a label", `**Title: Pruning at Birth**\n\n**Abstract:** ${ABSTRACT}`],
  ["after an introduction", `Sure! Here is a short abstract of such a paper:\n\n${ABSTRACT}`],
  ["with a sentence that broke off", `${ABSTRACT} It costs`],
])("an abstract that is written %s is read", (_, reply) => {
  expect(readImagined(reply)).toBe(ABSTRACT);
});

test.each([
  "Readers skim an abstract first. We measure how: by eye.",
  "An abstract says one thing: why to read on. Here we measure which.",
])("a sentence about abstracts stays: %s", (text) => {
  expect(readImagined(text)).toBe(text);
});

test.each([
  ["nothing", ""],
  ["one sentence", "Pruning removes weights."],
  ["a sentence that broke off", "Pruning removes weights. We prune"],
  ["a refusal", "I can't help with that. Please ask something else."],
  ["a refusal with a curly apostrophe", "I’m not able to write this. Ask for another one."],
  ["an apology", "Sorry, but there is no such paper. Ask for another one."],
  ["a refusal after a courtesy", "That is a good question. However, I cannot answer it."],
  ["a model's word on itself", "As an AI language model, opinions are not mine. Ask another."],
  ["thoughts", "<think>The reader asks about pruning. They want a method."],
])("%s is no abstract", (_, reply) => {
  expect(readImagined(reply)).toBeUndefined();
});

test("an abstract may number its errors and parts", () => {
  const text = "Type I errors shrink. Part I says by how much.";
  expect(readImagined(text)).toBe(text);
});
