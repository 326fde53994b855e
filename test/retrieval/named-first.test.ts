import { expect, test } from "vitest";
import { namedFirst } from "../../src/retrieval/named-first.ts";
import { LISTENING, paperOf, RULES, rankedOf } from "../fixtures/papers.ts";

const unseen = paperOf("Unseen", "Nobody found this one.");
const found = [rankedOf(RULES, { score: 1 }), rankedOf(LISTENING, { rank: 2, score: 0.4 })];

test("papers that are named come first in the question's order, with the best score and their place told", () => {
  const ranked = namedFirst(found, [LISTENING, unseen]);
  expect(ranked.map(({ paper, rank, score }) => [paper.title, rank, score])).toEqual([
    [LISTENING.title, 1, 1],
    ["Unseen", 2, 1],
    [RULES.title, 3, 1],
  ]);
  expect(ranked[0]?.stages.map(({ stage }) => stage)).toContain("title");
  expect(ranked[0]?.passages).toEqual(found[1]?.passages);
  expect(ranked[1]?.passages).toEqual([]);
});

test("nothing changes where none is named", () => {
  expect(namedFirst(found, [])).toBe(found);
});
