import { expect, test } from "vitest";
import { readOrdinal } from "../../src/question/read-ordinal.ts";

test.each([
  ["Tell me more about the second one.", 2],
  ["What does the first paper measure?", 1],
  ["And the third?", 3],
  ["Is the latter open?", -1],
  ["How large is the former?", 1],
  ["And the last one?", -1],
  ["What about the 2nd?", 2],
  ["How was paper 3 evaluated?", 3],
  ["How was [2] evaluated?", 2],
  ["What does the first of them use?", 1],
])("%s", (question, place) => {
  expect(readOrdinal(question, true)).toBe(place);
});

test.each([
  "What is left after the second stage?",
  "Who did it for the first time?",
  "What was the last step?",
  "Is GPT-4 better?",
  "Is number 5% right?",
  "Does the first model win?",
])("%s counts no paper out", (question) => {
  expect(readOrdinal(question, false)).toBeUndefined();
});

test("a method is counted out only where there is a list of papers", () => {
  expect(readOrdinal("Is the second method open?", true)).toBe(2);
  expect(readOrdinal("Is the second method open?", false)).toBeUndefined();
});
