import { expect, test } from "vitest";
import { chooseEvidence } from "../../src/evidence/choose-evidence.ts";
import { countTerms, termWeight } from "../../src/index/term-weights.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { LISTENING, paperOf, RULES, rankedOf } from "../fixtures/papers.ts";

const papers = [RULES, LISTENING];
const parts = {
  passagesOf: (paperId: string) => papers.filter((paper) => paper.paperId === paperId).flatMap(splitPassages),
  weightOf: termWeight(countTerms(papers)),
};
const limits = { papers: 2, perPaper: 2, paperShare: 0.5 };

test("evidence is the exact slice of its abstract, with a score in 0..1", () => {
  const evidence = chooseEvidence("What is RuLES?", [rankedOf(RULES)], limits, parts);
  expect(evidence).toHaveLength(2);
  for (const { paper, quote, quoteStart, quoteEnd, score } of evidence) {
    expect(paper.abstract.slice(quoteStart, quoteEnd)).toBe(quote);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
  }
});

test("a question that asks how many gets the sentence with the figure first", () => {
  const [first] = chooseEvidence("How many scenarios does RuLES have?", [rankedOf(RULES)], limits, parts);
  expect(first?.quote).toContain("15 simple text scenarios");
});

test("papers come in order of retrieval, and those far behind the first are left out", () => {
  const near = [rankedOf(RULES, { score: 0.8 }), rankedOf(LISTENING, { rank: 2, score: 0.5 })];
  const question = "Which papers test robustness to user inputs?";
  const titles = chooseEvidence(question, near, limits, parts).map(({ paper }) => paper.title);
  expect([...new Set(titles)]).toEqual([RULES.title, LISTENING.title]);
  const far = [rankedOf(RULES, { score: 0.8 }), rankedOf(LISTENING, { rank: 2, score: 0.3 })];
  expect(new Set(chooseEvidence(question, far, limits, parts).map(({ paper }) => paper))).toEqual(
    new Set([RULES]),
  );
});

test("a sentence that nearly repeats an earlier one is dropped", () => {
  const paper = paperOf(
    "Echo",
    "We train the small model on forty million clean sentences. We train the small model on forty million clean sentences again. Then we stop the training and measure what it can do.",
  );
  const evidence = chooseEvidence("How do you train the small model?", [rankedOf(paper)], limits, {
    ...parts,
    passagesOf: () => splitPassages(paper),
  });
  expect(evidence.map(({ quote }) => quote.slice(0, 8))).toEqual(["We train", "Then we "]);
});

test("fragments of fewer than five words are no evidence", () => {
  const paper = paperOf("Short", "Code is released. See our page.");
  const evidence = chooseEvidence("Is code released?", [rankedOf(paper)], limits, {
    ...parts,
    passagesOf: () => splitPassages(paper),
  });
  expect(evidence).toEqual([]);
});
