import { expect, test } from "vitest";
import { dayWords } from "../../../src/web/memory/day-words.ts";
import { storageTrouble } from "../../../src/web/memory/storage-trouble.ts";

test("a day reads as dates do elsewhere", () => {
  expect(dayWords(new Date(2024, 6, 30, 23, 59).getTime())).toBe("30 July 2024");
  expect(dayWords(new Date(2025, 0, 2, 0, 1).getTime())).toBe("2 January 2025");
});

test("no room left is told from storage that isn't allowed", () => {
  expect(storageTrouble(new DOMException("", "QuotaExceededError"))).toContain("no room left");
  expect(storageTrouble(new DOMException("", "SecurityError"))).toContain("private window");
});
