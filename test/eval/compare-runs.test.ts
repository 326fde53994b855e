import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRuns } from "../../src/eval/compare-runs.ts";
import { printComparison } from "../../src/eval/print-comparison.ts";
import { signTest } from "../../src/eval/sign-test.ts";
import { rowOf } from "./rows.ts";

describe("the sign test", () => {
  test("agrees with the binomial distribution", () => {
    // 2 · (C(10,0) + C(10,1) + C(10,2)) / 1024
    expect(signTest(8, 2)).toBeCloseTo(112 / 1024, 12);
    expect(signTest(2, 8)).toBeCloseTo(112 / 1024, 12);
    expect(signTest(5, 0)).toBeCloseTo(2 / 32, 12);
  });

  test("finds nothing in no change or an even one", () => {
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(3, 3)).toBe(1);
  });

  test("is a probability, for thousands of questions too", () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), (wins, losses) => {
        const pValue = signTest(wins, losses);
        expect(pValue >= 0 && pValue <= 1).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe("two runs", () => {
  const before = [
    rowOf("won", { "R@5": 0, "MRR@10": 0.25, falseRefuse: 1 }),
    rowOf("lost", { "R@5": 1, "MRR@10": 0.5 }),
    rowOf("same", { "R@5": 0.1 + 0.2 }),
    rowOf("only before", { "R@5": 1 }),
    rowOf("reworded", { "R@5": 1 }),
  ];
  const after = [
    rowOf("won", { "R@5": 1, "MRR@10": 1, falseRefuse: 0 }),
    rowOf("lost", { "R@5": 1, "MRR@10": 0, citeP: 0 }),
    rowOf("same", { "R@5": 0.3 }),
    rowOf("only after", { "R@5": 1 }),
    rowOf("reworded", { "R@5": 0 }, { question: "Another question?" }),
  ];
  const comparison = compareRuns(before, after);

  test("are paired by id and wording, figure by figure; fewer false refusals are a win", () => {
    expect(comparison.sharedCount).toBe(3);
    const shown = comparison.changes.map(({ figure, questionCount, wins, losses }) => ({
      figure,
      questionCount,
      wins: wins.map(({ id }) => id),
      losses: losses.map(({ id }) => id),
    }));
    expect(shown).toEqual([
      { figure: "R@5", questionCount: 3, wins: ["won"], losses: [] },
      { figure: "MRR@10", questionCount: 2, wins: ["won"], losses: ["lost"] },
      { figure: "falseRefuse", questionCount: 1, wins: ["won"], losses: [] },
    ]);
    expect(comparison.changes[1]).toMatchObject({ before: 0.375, after: 0.5, pValue: 1 });
  });

  test("are printed with every question that moved, by id and wording", () => {
    expect(printComparison(comparison)).toBe(
      [
        "figure       n  before  after  won  lost      p",
        "R@5          3   0.433  0.767    1     0  1.000",
        "MRR@10       2   0.375  0.500    1     1  1.000",
        "falseRefuse  1   1.000  0.000    1     0  1.000",
        "",
        "Won (1):",
        "  won  “Question won?”",
        "      R@5 0.000 → 1.000, MRR@10 0.250 → 1.000, falseRefuse 1.000 → 0.000",
        "",
        "Lost (1):",
        "  lost  “Question lost?”",
        "      MRR@10 0.500 → 0.000",
      ].join("\n"),
    );
  });

  test("that share no question say so", () => {
    expect(printComparison(compareRuns(before, []))).toBe("No question is in both runs.");
  });
});
