import { expect, test } from "vitest";
import { missingNumbersLine } from "../../src/answer/missing-numbers.ts";
import type { Citation, Verdict } from "../../src/domain/answer.ts";
import { paperOf } from "./evidence-of.ts";

function citation(verdict: Verdict, reasons: readonly string[], paperId = "A"): Citation {
  const paper = paperOf(paperId, ["LoRA freezes the pretrained weights."]);
  const place = { answerStart: 0, answerEnd: 1, quote: paper.abstract, quoteStart: 0, quoteEnd: 36 };
  return { citationId: "c-1", number: 1, paper, ...place, verdict, reasons };
}

const missing = (...numbers: readonly string[]) =>
  numbers.map((number) => `number ${number} not in the paper`);

test.each([
  [[citation("unsupported", missing("58.1%"))], "Not found in the cited paper: the number 58.1%."],
  [
    [citation("unsupported", missing("58.1%", "3,217")), citation("unsupported", missing("58.1%"))],
    "Not found in the cited paper: the numbers 58.1% and 3,217.",
  ],
  [
    [citation("unsupported", missing("1")), citation("unsupported", missing("2", "3"), "B")],
    "Not found in the cited papers: the numbers 1, 2 and 3.",
  ],
  [
    [citation("unsupported", missing("1", "2", "3", "4", "5", "6"))],
    "Not found in the cited paper: the numbers 1, 2, 3, 4 and 5, among others.",
  ],
])("figures that the papers don't have are named in one line", (citations, line) => {
  expect(missingNumbersLine(citations)).toBe(line);
});

test("there is no line where nothing is unsupported, or not for a figure", () => {
  expect(missingNumbersLine([])).toBeUndefined();
  expect(missingNumbersLine([citation("supported", [])])).toBeUndefined();
  expect(missingNumbersLine([citation("unsupported", ["name BERT not in the paper"])])).toBeUndefined();
});
