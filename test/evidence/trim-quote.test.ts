import { expect, test } from "vitest";
import { trimQuote } from "../../src/evidence/trim-quote.ts";
import { paperOf } from "../fixtures/papers.ts";

const trimmed = (quote: string, question = "What is it?") => {
  const paper = paperOf("Paper", `Before it. ${quote}`);
  const evidence = { paper, quote, quoteStart: 11, quoteEnd: paper.abstract.length, score: 0.5 };
  const result = trimQuote(evidence, question);
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
    "Extensive experiments on public benchmarks demonstrate that the small model wins by four points on average.",
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

test.each([
  ["Experiments on twelve tasks show that our method wins by far more than the others do.", "What is it?"],
  ["Experiments on 13 tasks show that our method wins by far more than the others do.", "What is it?"],
  [
    "Our evaluations of Llama and of others show that the method wins by far more than they do.",
    "What is it?",
  ],
  [
    "To address forgetting, we replay earlier tasks to the model while it learns the new ones.",
    "What is done about forgetting?",
  ],
])("%s keeps an opening that says something", (quote, question) => {
  expect(trimmed(quote, question)).toBe(quote);
});
