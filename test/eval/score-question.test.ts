import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/domain/answer.ts";
import { type Reply, scoreQuestion } from "../../src/eval/score-question.ts";
import { LISTENING, paperOf, RULES } from "../fixtures/papers.ts";
import { citationOf } from "./citation-of.ts";
import { goldOf } from "./gold-questions.ts";

const OTHER = paperOf("Something Else", "This is not about any of that at all.");

function outcomeOf(kind: Outcome["kind"]): Outcome {
  return { kind, standaloneQuestion: "", missing: [], nearest: [] };
}

function replyOf(changes: Partial<Reply> = {}): Reply {
  return { text: "", citations: [], outcome: outcomeOf("answered"), found: [], ...changes };
}

describe("an answerable question", () => {
  const question = goldOf({
    gold: [RULES.title, LISTENING.title],
    facts: [["15"], ["Listen While Speaking"], ["never said"]],
    evidence: [
      "RuLES consists of 15 simple text scenarios in which the model is instructed to obey a set of rules in natural language.",
      "Dialogue serves as the most natural manner of human-computer interaction (HCI).",
    ],
  });
  const rulesQuote = citationOf(RULES, "RuLES consists of 15 simple text scenarios");
  const listeningQuote = citationOf(LISTENING, "Two settings, command-based and voice-based");
  const reply = replyOf({
    text: "“RuLES consists of **15** simple text scenarios” [1].",
    citations: [rulesQuote, listeningQuote, { ...rulesQuote, paper: OTHER }],
    found: [OTHER, LISTENING, OTHER, OTHER, OTHER, OTHER, RULES],
  });

  test("has every figure but those of questions that should not be answered", () => {
    expect(scoreQuestion(question, reply)).toEqual({
      "hit@1": 0,
      "R@5": 0.5,
      "R@10": 1,
      "MRR@10": 0.5,
      inText: 1 / 3,
      facts: 2 / 3,
      // Seven words shared, of a quote that counts as eight.
      evidence: 0.5,
      citeP: 2 / 3,
      citeR: 1,
      falseRefuse: 0,
      quotes: 2 / 3,
    });
  });

  test("that is refused has no citation precision, and is a false refusal", () => {
    const figures = scoreQuestion(question, replyOf({ outcome: outcomeOf("refused") }));
    expect(figures).toMatchObject({ falseRefuse: 1, citeR: 0, inText: 0 });
    expect(figures).not.toHaveProperty("citeP");
    expect(figures).not.toHaveProperty("quotes");
  });

  test("that fails scores 0 everywhere and counts as a false refusal", () => {
    const figures = scoreQuestion(question, undefined);
    const { falseRefuse, ...others } = figures;
    expect(falseRefuse).toBe(1);
    expect(Object.keys(others)).toHaveLength(10);
    expect(Object.values(others).every((value) => value === 0)).toBe(true);
  });

  test("without facts or evidence has no such figures", () => {
    const figures = scoreQuestion(goldOf({ facts: [], evidence: [] }), reply);
    for (const figure of ["inText", "facts", "evidence"]) expect(figures).not.toHaveProperty(figure);
  });
});

test("markers are no facts", () => {
  const figures = scoreQuestion(goldOf({ facts: [["1"]] }), replyOf({ text: "There is one [1]." }));
  expect(figures).toMatchObject({ inText: 0 });
});

test.each(["unanswerable", "out_of_scope"] as const)("an %s question has to be refused", (type) => {
  const question = goldOf({ type, gold: [], facts: [] });
  expect(scoreQuestion(question, replyOf({ outcome: outcomeOf("refused") }))).toEqual({ refuseOK: 1 });
  expect(scoreQuestion(question, replyOf())).toEqual({ refuseOK: 0 });
  expect(scoreQuestion(question, undefined)).toEqual({ refuseOK: 0, quotes: 0 });
});

test("a question about the assistant has to be answered as help", () => {
  const question = goldOf({ type: "meta", gold: [], facts: [["320"]] });
  const reply = replyOf({ outcome: outcomeOf("help"), text: "There are 320 papers." });
  expect(scoreQuestion(question, reply)).toEqual({ help: 1, inText: 1, facts: 1 });
  expect(scoreQuestion(question, replyOf())).toMatchObject({ help: 0, inText: 0 });
});
