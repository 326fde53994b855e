import { expect, test } from "vitest";
import { ordinal, twoDecimals } from "../../../src/web/page/figure-words.ts";

test("says a rank as one says it", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal)).toEqual([
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "13th",
    "21st",
    "102nd",
    "111th",
  ]);
});

test("gives a score two decimals, and zero no sign", () => {
  expect([0.834, 21.4, 1, -0.126, -0.001].map(twoDecimals)).toEqual([
    "0.83",
    "21.40",
    "1.00",
    "-0.13",
    "0.00",
  ]);
});
