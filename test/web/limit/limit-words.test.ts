import { expect, test } from "vitest";
import { limitWords } from "../../../src/web/limit/limit-words.ts";

test.each([
  [{ paperIds: ["a"] }, "1 paper"],
  [{ paperIds: ["a", "b"] }, "2 papers"],
  [{ sources: ["002.txt"] }, "the page 002.txt"],
  [{ sources: ["a", "b"] }, "2 pages"],
  [{ paperIds: ["a"], sources: ["b"] }, "1 paper on the page b"],
  [{}, "all papers"],
])("%o is said as “%s”", (filter, words) => {
  expect(limitWords(filter)).toBe(words);
});
