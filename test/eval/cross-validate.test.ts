import { expect, test } from "vitest";
import { crossValidate } from "../../src/eval/cross-validate.ts";

/** What each candidate scores on each question. */
const scores: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  plain: { a: 0.5, b: 0.5, c: 0.5, d: 0.5 },
  lucky: { a: 1, b: 1, c: 0, d: 0 },
  equal: { a: 0.5, b: 0.5, c: 0.5, d: 0.5 },
};
const score = (candidate: string, question: string) => scores[candidate]?.[question] ?? Number.NaN;

test("each fold is scored by what the others choose, the first of equals", async () => {
  const result = await crossValidate({
    folds: [["a", "b"], ["c"], ["d"]],
    candidates: ["plain", "lucky", "equal"],
    score,
  });
  expect(result.folds).toEqual([
    // Without a and b, plain has 0.5 and lucky 0.
    { questionCount: 2, chosen: "plain", heldOut: 0.5 },
    // Without c, plain has 0.5 and lucky 2/3; the same without d.
    { questionCount: 1, chosen: "lucky", heldOut: 0 },
    { questionCount: 1, chosen: "lucky", heldOut: 0 },
  ]);
  expect(result.heldOut).toBe(0.25);
  expect(result.best).toEqual({ candidate: "plain", fitted: 0.5 });
});

test("each candidate is asked for each question once, and empty folds are left out", async () => {
  const asked: string[] = [];
  const result = await crossValidate({
    folds: [["a"], [], ["b"]],
    candidates: ["plain", "lucky"],
    score: async (candidate, question) => {
      asked.push(`${candidate} ${question}`);
      return score(candidate, question);
    },
  });
  expect(asked).toEqual(["plain a", "plain b", "lucky a", "lucky b"]);
  expect(result.folds).toHaveLength(2);
});

test("without a candidate or a second fold there is nothing to validate", async () => {
  await expect(crossValidate({ folds: [["a"], ["b"]], candidates: [], score })).rejects.toThrow(
    "a candidate",
  );
  await expect(crossValidate({ folds: [["a"], []], candidates: ["plain"], score })).rejects.toThrow(
    "two folds",
  );
});
