import { expect, test } from "vitest";
import { dateWords, paperDate } from "../../../src/web/page/date-words.ts";

test.each([
  ["2024-07-30", "30 July 2024"],
  ["2023-01-02", "2 January 2023"],
  ["Jul 30", "30 July"],
  ["Sept 1", "Sept 1"],
  ["2024-13-01", "2024-13-01"],
  ["2024", "2024"],
])("%s reads %s", (date, words) => {
  expect(dateWords(date)).toBe(words);
});

test("a paper's own date comes before the day on which a page featured it", () => {
  expect(paperDate({ published: "2024-07-30", featuredOn: "Aug 1" })).toBe("30 July 2024");
  expect(paperDate({ featuredOn: "Jul 30" })).toBe("featured 30 July");
  expect(paperDate({})).toBeUndefined();
});
