import { expect, test } from "vitest";
import type { Paper } from "../../src/domain/paper.ts";
import { chooseEvidence, chooseQuotes } from "../../src/evidence/choose-evidence.ts";
import { countTerms, termWeight } from "../../src/index/term-weights.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { LISTENING, paperOf, RULES, rankedOf } from "../fixtures/papers.ts";
import { comparedOf } from "./matches-of.ts";

const MAPLE = paperOf(
  "Maple: Pruning at Birth",
  "Recent networks are large and slow. In this work, we propose Maple, a way to prune weights before training starts. " +
    "Maple removes 40% of the weights on average. It was tested on ImageNet and on three language corpora. " +
    "Training takes half as long as it did. The code is available at https://example.org/code. " +
    "We hope that this inspires future work on smaller networks.",
);
const papers: readonly Paper[] = [RULES, LISTENING, MAPLE];
const parts = {
  passagesOf: (paperId: string) => papers.filter((paper) => paper.paperId === paperId).flatMap(splitPassages),
  weightOf: termWeight(countTerms(papers)),
};
const quotesFor = (question: string, paper: Paper) =>
  chooseQuotes(question, [comparedOf(question, paper)], parts).map(({ quote }) => quote);

test("a quote is the exact slice of its abstract, best first, with a chance in 0..1", () => {
  const quotes = chooseQuotes("What is RuLES?", [rankedOf(RULES)], parts);
  expect(quotes.length).toBeGreaterThan(0);
  for (const { paper, quote, quoteStart, quoteEnd, score } of quotes) {
    expect(paper.abstract.slice(quoteStart, quoteEnd)).toBe(quote);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(1);
  }
  expect(quotes.map(({ score }) => score)).toEqual(quotes.map(({ score }) => score).sort((a, b) => b - a));
});

test("a question that asks how many gets the sentence with the figure first", () => {
  expect(quotesFor("How many scenarios does RuLES have?", RULES)[0]).toContain("15 simple text scenarios");
  expect(quotesFor("How much does Maple remove of the weights?", MAPLE)[0]).toContain("40%");
});

test("what only opens a sentence is left out of the quote, and what lay before the paper is not quoted first", () => {
  const [first] = quotesFor("How are weights pruned before training?", MAPLE);
  expect(first).toBe("we propose Maple, a way to prune weights before training starts.");
});

test("where code lies and what is hoped for answer no other question", () => {
  const all = quotesFor("Summarise the Maple paper.", MAPLE);
  expect(all).toHaveLength(3);
  expect(all.join(" ")).not.toMatch(/example\.org|hope/);
  expect(quotesFor("Where is the code of Maple available?", MAPLE)[0]).toContain("example.org");
});

test("a summary is told in the abstract's order", () => {
  const starts = chooseQuotes("Summarise the Maple paper.", [rankedOf(MAPLE)], parts).map(
    (item) => item.quoteStart,
  );
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test("every part of a question has its sentence", () => {
  const quotes = quotesFor("How many weights does Maple remove, and on which corpora was it tested?", MAPLE);
  expect(quotes.join(" ")).toContain("40%");
  expect(quotes.join(" ")).toContain("ImageNet");
});

test("one paper answers where it stands out, two where either may be meant, all that fit where several are asked for", () => {
  const cited = (question: string, scores: readonly number[]) =>
    new Set(
      chooseQuotes(
        question,
        papers.map((paper, place) =>
          comparedOf(question, paper, { rank: place + 1, score: scores[place] ?? 0 }),
        ),
        parts,
      ).map(({ paper }) => paper.title),
    ).size;
  expect(cited("Is a model robust to noise?", [1, 0.4, 0.3])).toBe(1);
  expect(cited("Is a model robust to noise?", [1, 0.8, 0.3])).toBe(2);
  expect(cited("Which papers look at noise?", [1, 0.1, 0.05])).toBe(2);
  expect(cited("Which three papers look at noise?", [1, 0.1, 0.05])).toBe(3);
});

test("a sentence that nearly repeats a better one is dropped", () => {
  const paper = paperOf(
    "Echo",
    "We train the small model on forty million clean sentences. We train the small model on forty million clean sentences again. Then we stop the training and measure what it can do.",
  );
  const quotes = chooseQuotes("Summarise how you train the small model.", [rankedOf(paper)], {
    ...parts,
    passagesOf: () => splitPassages(paper),
  });
  expect(quotes.filter(({ quote }) => quote.startsWith("We train"))).toHaveLength(1);
  expect(quotes).toHaveLength(2);
});

test("fragments of fewer than five words are no evidence", () => {
  const paper = paperOf("Short", "Code is released. See our page.");
  const fragments = { ...parts, passagesOf: () => splitPassages(paper) };
  expect(chooseQuotes("Is code released?", [rankedOf(paper)], fragments)).toEqual([]);
  expect(chooseEvidence("Is code released?", [rankedOf(paper)], fragments)).toEqual([]);
});

test("a model gets whole sentences, four of each paper that isn't far behind", () => {
  const question = "How are weights pruned before training?";
  const ranked = [
    comparedOf(question, MAPLE, { score: 1 }),
    comparedOf(question, RULES, { rank: 2, score: 0.5 }),
    comparedOf(question, LISTENING, { rank: 3, score: 0.05 }),
  ];
  const evidence = chooseEvidence(question, ranked, parts);
  expect(evidence.map(({ paper }) => paper.title)).toEqual([
    ...new Array(4).fill(MAPLE.title),
    ...new Array(4).fill(RULES.title),
  ]);
  expect(evidence[0]?.quote).toMatch(/^In this work, we propose Maple/);
});
