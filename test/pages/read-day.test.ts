import { expect, test } from "vitest";
import { readDay } from "../../src/pages/read-day.ts";

test.each([
  ["Jul 30", "Jul 30"],
  ["September 1", "September 1"],
  ["Mar 3, 2025", "2025-03-03"],
])("reads %s as %s", (line, day) => {
  expect(readDay(line)).toBe(day);
});

test.each(["Jul", "Jul 32", "Jul 0", "Juliet 30", "GPT 4", "Mar 11 was a day", ""])(
  "sees no day in %j",
  (line) => {
    expect(readDay(line)).toBeUndefined();
  },
);
