import { expect, test } from "vitest";
import { progressWords } from "../../../src/web/chat/progress-words.ts";

test("says how far the index is, how fast and how long it takes", () => {
  expect(progressWords({ papersDone: 118, papersTotal: 320, papersPerSecond: 13.2, secondsLeft: 16 })).toBe(
    "118 of 320 papers read, 13 a second, about 20 seconds left",
  );
});

test("leaves out a rate and a time that can't be told yet", () => {
  expect(progressWords({ papersDone: 0, papersTotal: 320, papersPerSecond: 0 })).toBe("0 of 320 papers read");
  expect(progressWords({ papersDone: 3, papersTotal: 320, papersPerSecond: 2.25 })).toBe(
    "3 of 320 papers read, 2.3 a second",
  );
});
