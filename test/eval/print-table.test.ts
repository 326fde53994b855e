import { expect, test } from "vitest";
import { printTable, shareCell } from "../../src/eval/print-table.ts";

const table = [
  ["name", "R@5"],
  ["a longer name", "0.5"],
];

test("plain tables are aligned, numbers to the right", () => {
  expect(printTable(table, "plain")).toBe("name           R@5\na longer name  0.5");
});

test("Markdown tables align their numbers too", () => {
  expect(printTable(table, "markdown")).toBe(
    "| name          | R@5 |\n|---------------|----:|\n| a longer name | 0.5 |",
  );
});

test("shares have three places", () => {
  expect([1, 0.12345, undefined].map(shareCell)).toEqual(["1.000", "0.123", "–"]);
});
