import { expect, test } from "vitest";
import { planAnswer } from "../../src/answer/plan-answer.ts";
import { emptyPaperIndex } from "../../src/index/paper-index.ts";
import { countTerms, termWeight } from "../../src/index/term-weights.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { comparedOf } from "../evidence/matches-of.ts";
import { LISTENING, paperOf, RULES } from "../fixtures/papers.ts";

const PURPLE = paperOf(
  "PURPLE: Making a Model a Better SQL Writer",
  "PURPLE retrieves demonstrations for writing SQL queries with a language model. " +
    "It reaches 80.5% exact-set match accuracy on the Spider benchmark. Twelve annotators checked the demonstrations.",
);
const MAPLE = paperOf(
  "Maple: Pruning at Birth",
  "Maple removes 40% of the weights of a network before training.",
);
const papers = [PURPLE, RULES, LISTENING, MAPLE];
const index = {
  ...emptyPaperIndex(),
  papers: new Map(papers.map((paper) => [paper.paperId, paper])),
  passagesOf: (paperId: string) => papers.filter((paper) => paper.paperId === paperId).flatMap(splitPassages),
  weightOf: termWeight(countTerms(papers)),
};
const plan = (question: string, { isFiltered = false, found = papers } = {}) =>
  planAnswer(
    question,
    question,
    found.map((paper, place) =>
      comparedOf(question, paper, { rank: place + 1, score: place === 0 ? 1 : 0.2, similarity: 0.6 }),
    ),
    { index, isForModel: false, isFiltered },
  );
const cited = (made: ReturnType<typeof plan>) =>
  made.kind === "answer" ? [...new Set(made.evidence.map(({ paper }) => paper.title))] : [];

test("a compound question that is half answered is answered, and the rest is missing", () => {
  const made = plan("What accuracy does PURPLE reach on Spider, and under what licence is PURPLE released?");
  expect(made).toMatchObject({ kind: "answer", missing: ["under what licence is PURPLE released?"] });
});

test("a part that only points at a missing one is missing, too, and with all of them the answer", () => {
  expect(plan("How many GPUs did PURPLE use on BIRD, and who paid for them?").kind).toBe("refuse");
});

test("a detail that the named paper doesn't state is refused with its name and where it comes closest", () => {
  const made = plan("Who wrote PURPLE?", { found: [RULES, LISTENING] });
  expect(made).toMatchObject({ kind: "refuse", reason: "not-stated", notStated: { paper: PURPLE } });
});

test("a comparison takes the papers that it names, found or not, and tells which names no paper has", () => {
  const made = plan("Compare Maple and PURPLE with FooBarNet.", { found: [RULES, PURPLE] });
  expect(cited(made)).toEqual([MAPLE.title, PURPLE.title]);
  expect(made).toMatchObject({ missing: ["FooBarNet"], relation: "together" });
});

test("what a filter leaves out is not brought back by its name", () => {
  const made = plan("Compare Maple and PURPLE.", { isFiltered: true, found: [PURPLE] });
  expect(cited(made)).toEqual([PURPLE.title]);
});
