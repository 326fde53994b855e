import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FoldedQuestion, makeFolds } from "../../src/eval/folds.ts";
import { readQuestions } from "../../src/eval/read-questions.ts";

const question = (id: string, gold: readonly string[], near?: readonly string[]): FoldedQuestion => ({
  id,
  gold: [...gold],
  ...(near && { near: [...near] }),
});

const questionsArbitrary = fc
  .array(fc.array(fc.constantFrom(..."abcdefghijkl"), { maxLength: 3 }), { maxLength: 40 })
  .map((golds) => golds.map((gold, place) => question(`q-${place}`, gold)));

function papersOf(fold: readonly FoldedQuestion[]): ReadonlySet<string> {
  return new Set(fold.flatMap(({ gold, near = [] }) => [...gold, ...near]));
}

describe("folds", () => {
  test("hold every question once, and no paper in two of them", () => {
    fc.assert(
      fc.property(questionsArbitrary, (questions) => {
        const folds = makeFolds(questions);
        expect(folds).toHaveLength(5);
        expect(
          folds
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(questions.map(({ id }) => id).sort());
        const papers = folds.flatMap((fold) => [...papersOf(fold)]);
        expect(new Set(papers).size).toBe(papers.length);
      }),
    );
  });

  test("don't depend on the order of the questions", () => {
    fc.assert(
      fc.property(
        questionsArbitrary.chain((questions) =>
          fc.tuple(fc.constant(questions), fc.shuffledSubarray(questions, { minLength: questions.length })),
        ),
        ([questions, shuffled]) => {
          expect(makeFolds(shuffled)).toEqual(makeFolds(questions));
        },
      ),
    );
  });

  test("keep together what is linked through other questions and through near papers", () => {
    const linked = [
      question("1", ["a"]),
      question("2", ["b"]),
      question("3", ["a", "c"]),
      question("4", [], ["c"]),
    ];
    const folds = makeFolds(linked, 2).map((fold) => fold.map(({ id }) => id));
    expect(folds).toEqual([["1", "3", "4"], ["2"]]);
  });

  test("of the gold questions are about equally large", async () => {
    const sizes = makeFolds(await readQuestions("test/gold/questions.jsonl")).map((fold) => fold.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});
