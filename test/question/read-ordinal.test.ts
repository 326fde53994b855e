import { expect, test } from "vitest";
import { readOrdinals } from "../../src/question/read-ordinal.ts";

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
  expect(readOrdinals(question, true)).toEqual([place]);
});

test.each([
  "What is left after the second stage?",
  "Who did it for the first time?",
  "What was the last step?",
  "Is GPT-4 better?",
  "Is number 5% right?",
  "Does the first model win?",
])("%s counts no paper out", (question) => {
  expect(readOrdinals(question, false)).toEqual([]);
});

test("a method is counted out only where there is a list of papers", () => {
  expect(readOrdinals("Is the second method open?", true)).toEqual([2]);
  expect(readOrdinals("Is the second method open?", false)).toEqual([]);
});

test.each([
  ["Compare the second and the third", [2, 3]],
  ["Is the first paper better than the last one?", [1, -1]],
  ["How do the first two differ?", [1, 2]],
  ["What do the last two papers share?", [-2, -1]],
  ["What do [1] and [3] share?", [1, 3]],
])("%s counts out several", (question, places) => {
  expect(readOrdinals(question, true)).toEqual(places);
});

test("stages that are named together are no papers", () => {
  expect(readOrdinals("Which loss do the first and the second stage use?", true)).toEqual([]);
  expect(readOrdinals("Are the first two layers frozen?", true)).toEqual([]);
});
