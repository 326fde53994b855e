import { expect, test } from "vitest";
import { RETRIEVAL_STAGES } from "../../../src/domain/evidence.ts";
import { explainPaper } from "../../../src/web/chat/explain-paper.ts";
import { stageWords } from "../../../src/web/chat/stage-words.ts";
import type { ExplainedPaper } from "../../../src/web/stream/answer-part.ts";

const place = (stage: string, rank = 1, score = 0.5) => ({ stage, rank, score });
const explained = (paperId: string, rank: number, ...stages: ExplainedPaper["stages"]): ExplainedPaper => ({
  paperId,
  rank,
  score: 1 / rank,
  stages,
});

test("tells a paper's place among those found, then each stage and what they come to", () => {
  const papers = [
    explained("a", 1, place("words")),
    explained("b", 2, place("words", 3, 12.345), place("late", 1, 0.7)),
  ];
  const explanation = explainPaper("b", papers);
  expect(explanation?.summary).toBe("It came 2nd of the 2 papers found for this question.");
  expect(explanation?.rows.map(({ name, rank, score }) => [name, rank, score])).toEqual([
    ["Its words", "3rd", "12.35"],
    ["Word by word", "1st", "0.70"],
    ["Altogether", "2nd", "0.50"],
  ]);
});

test("says so where the question names the paper, and where it is the only one", () => {
  const named = explained("a", 1, place("fusion"), place("title"));
  expect(explainPaper("a", [named, explained("b", 2)])?.summary).toBe(
    "It came 1st of the 2 papers found for this question: the question names it, which puts it in front.",
  );
  expect(explainPaper("a", [named])?.summary).toBe("It is the only paper found for this question.");
});

test("has no explanation where the server gives none for the paper", () => {
  expect(explainPaper("a", [])).toBeUndefined();
  expect(explainPaper("a", [explained("b", 1, place("words"))])).toBeUndefined();
  expect(explainPaper(undefined, [explained("b", 1, place("words"))])).toBeUndefined();
  expect(explainPaper("b", [explained("b", 1)])).toBeUndefined();
});

test("leaves out a stage that this page doesn't know", () => {
  const papers = [explained("a", 1, place("dreams"), place("toString"), place("words"))];
  expect(explainPaper("a", papers)?.rows.map(({ name }) => name)).toEqual(["Its words", "Altogether"]);
});

test("every stage of retrieval has words of its own", () => {
  const names = RETRIEVAL_STAGES.map((stage) => stageWords(stage)?.name);
  expect(new Set(names).size).toBe(RETRIEVAL_STAGES.length);
  expect(names).not.toContain(undefined);
});
