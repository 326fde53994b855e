import { expect, test } from "vitest";
import { percentile } from "../../src/eval/percentile.ts";
import { summarise } from "../../src/eval/summarise.ts";
import { printSummaries } from "../../src/eval/summary-tables.ts";
import { rowOf } from "./rows.ts";

test("a percentile is the value at its rank, from the smallest up", () => {
  const values = Array.from({ length: 20 }, (_, place) => 20 - place);
  expect(percentile(values, 0.5)).toBe(10);
  expect(percentile(values, 0.95)).toBe(19);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([3, 1, 2], 0)).toBe(1);
  expect(percentile([], 0.5)).toBeUndefined();
});

test("an average counts only the questions that have the figure", () => {
  const rows = [rowOf("a", { citeP: 1, "R@5": 1 }), rowOf("b", { "R@5": 0 }), rowOf("c", { "R@5": 0.5 })];
  expect(summarise(rows)[0]?.figures).toEqual({ "R@5": 0.5, citeP: 1 });
});

test("the tables show figures that any group has, a dash where one has none, and milliseconds as p50 / p95", () => {
  const rows = [
    rowOf("a", { "R@5": 1 }, { latency: { firstTokenMs: 12.4, totalMs: 20, searchMs: 5 } }),
    rowOf("b", { refuseOK: 0.25 }, { type: "unanswerable", isAnswerable: false }),
  ];
  expect(printSummaries(summarise(rows), "plain")).toBe(
    [
      "questions       n    R@5  refuseOK",
      "terse           1  1.000         –",
      "unanswerable    1      –     0.250",
      "all answerable  1  1.000         –",
      "all             2  1.000     0.250",
      "",
      "ms, p50 / p95   n  first token  first citation    total  search",
      "terse           1      12 / 12               –  20 / 20   5 / 5",
      "unanswerable    1            –               –  10 / 10   5 / 5",
      "all answerable  1      12 / 12               –  20 / 20   5 / 5",
      "all             2      12 / 12               –  10 / 20   5 / 5",
    ].join("\n"),
  );
});
