import { expect, test } from "vitest";
import { trimQuote } from "../../src/evidence/trim-quote.ts";
import { paperOf } from "../fixtures/papers.ts";

const trimmed = (quote: string) => {
  const paper = paperOf("Paper", `Before it. ${quote}`);
  const evidence = { paper, quote, quoteStart: 11, quoteEnd: paper.abstract.length, score: 0.5 };
  const result = trimQuote(evidence);
  expect(paper.abstract.slice(result.quoteStart, result.quoteEnd)).toBe(result.quote);
  return result.quote;
};

test.each([
  [
    "Moreover, the small model is faster than the large one on every task.",
    "the small model is faster than the large one on every task.",
  ],
  [
    "To address this issue, in this paper, we train two models on the same clean data.",
    "we train two models on the same clean data.",
  ],
  [
    "Extensive experiments on six benchmarks demonstrate that the small model wins by four points on average.",
    "the small model wins by four points on average.",
  ],
])("%s loses its opening", (quote, rest) => {
  expect(trimmed(quote)).toBe(rest);
});

test.each([
  "However, it fails.",
  "Our results on six tasks are new to the field and to us.",
  "Firstborn children do better in this test than others do on the whole.",
])("%s stays whole", (quote) => {
  expect(trimmed(quote)).toBe(quote);
});
