import { expect, test } from "vitest";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { groupByPaper } from "../../src/retrieval/group-by-paper.ts";
import { LISTENING, RULES } from "../fixtures/papers.ts";

const rules = splitPassages(RULES).map(({ passageId }) => passageId);
const listening = splitPassages(LISTENING).map(({ passageId }) => passageId);
const papers = new Map([RULES, LISTENING].map((paper) => [paper.paperId, paper]));
const passages = new Map(
  [RULES, LISTENING].flatMap(splitPassages).map((passage) => [passage.passageId, passage]),
);
const index = {
  papers,
  passages,
  passagesOf: (paperId: string) => [...passages.values()].filter((passage) => passage.paperId === paperId),
};
const [firstOfRules = "", secondOfRules = ""] = rules;
const [ofListening = ""] = listening;

test("a paper stands where its best passage stands, and each paper once", () => {
  const fused = [
    { id: ofListening, score: 0.9 },
    { id: secondOfRules, score: 0.5 },
    { id: firstOfRules, score: 0.1 },
  ];
  const ranked = groupByPaper(fused, new Map([[ofListening, 0.6]]), index, { count: 10, searches: [] });
  expect(ranked.map(({ rank, paper }) => [rank, paper.title])).toEqual([
    [1, LISTENING.title],
    [2, RULES.title],
  ]);
  expect(ranked.map(({ similarity }) => similarity)).toEqual([0.6, 0]);
  expect(ranked[1]?.passages.map(({ passage, score }) => [passage.passageId, score])).toEqual([
    [secondOfRules, 0.5],
    [firstOfRules, 0.1],
  ]);
});

test("a second passage that fits lifts a paper above one with an equal best passage", () => {
  const fused = [
    { id: ofListening, score: 0.5 },
    { id: firstOfRules, score: 0.5 },
    { id: secondOfRules, score: 0.5 },
  ];
  expect(groupByPaper(fused, new Map(), index, { count: 10, searches: [] })[0]?.paper).toBe(RULES);
});

test("scores stay in 0..1, and no more papers come than were asked for", () => {
  const all = [...rules, ...listening].map((id) => ({ id, score: 1 }));
  const ranked = groupByPaper(all, new Map(), index, { count: 1, searches: [] });
  expect(ranked).toHaveLength(1);
  expect(ranked[0]?.score).toBeGreaterThan(0);
  expect(ranked[0]?.score).toBeLessThanOrEqual(1);
});
