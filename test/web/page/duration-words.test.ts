import { expect, test } from "vitest";
import { briefDuration, roughDuration } from "../../../src/web/page/duration-words.ts";

test("says a duration briefly", () => {
  expect([0, 14.4, 999, 1000, 2149].map(briefDuration)).toEqual([
    "0 ms",
    "14 ms",
    "999 ms",
    "1.0 s",
    "2.1 s",
  ]);
});

test("says a waiting time no more exactly than it can be known", () => {
  expect([0, 4.9, 5, 16, 89, 90, 130].map(roughDuration)).toEqual([
    "a few seconds",
    "a few seconds",
    "about 5 seconds",
    "about 20 seconds",
    "about 90 seconds",
    "about 2 minutes",
    "about 3 minutes",
  ]);
});
