import { expect, test } from "vitest";
import type { Citation } from "../../src/domain/answer.ts";
import { deletionRounds } from "../../src/eval/delete-evidence.ts";
import { printDeletion } from "../../src/eval/print-deletion.ts";
import { deletionEnding } from "../../src/eval/score-deletion.ts";
import { LISTENING, RULES } from "../fixtures/papers.ts";
import { citationOf } from "./citation-of.ts";
import { goldOf } from "./gold-questions.ts";

const scenarios =
  "RuLES consists of 15 simple text scenarios in which the model is instructed to obey a set of rules in natural language.";
const susceptible =
  "We find that all models are susceptible to a wide variety of adversarial hand-crafted user inputs.";
const asking = (id: string, evidence: readonly string[], gold = [RULES.title]) =>
  goldOf({ id, gold, evidence: [...evidence] });

test("a paper loses the evidence of one question a round, and keeps its title and the rest", () => {
  const rounds = deletionRounds([asking("a", [scenarios]), asking("b", [susceptible])], [RULES, LISTENING]);
  expect(rounds.map(({ questions }) => questions.map(({ id }) => id))).toEqual([["a"], ["b"]]);
  const [first, second] = rounds.map(({ papers }) => papers[0]);
  expect(first?.title).toBe(RULES.title);
  expect(first?.abstract).not.toContain("15 simple");
  expect(first?.abstract).toContain("We find");
  expect(second?.abstract).not.toContain("We find");
  expect(rounds[0]?.papers[1]).toBe(LISTENING);
});

test("questions about several papers, unknown ones or evidence that isn't there are left out", () => {
  const questions = [
    asking("several", [scenarios], [RULES.title, LISTENING.title]),
    asking("unknown", [scenarios], ["Nowhere"]),
    asking("elsewhere", ["Cats sleep through most of the day and hunt at night."]),
  ];
  expect(deletionRounds(questions, [RULES, LISTENING])).toEqual([]);
});

const reply = (text: string, citations: readonly Citation[], kind: "answered" | "refused" = "answered") => ({
  text,
  citations,
  outcome: { kind, standaloneQuestion: "", missing: [], nearest: [] },
});

test("a refusal ends well, and so does an answer that other words bear out", () => {
  const question = { facts: [["15", "fifteen"]] };
  const cited = [citationOf(RULES, "RuLES consists of 15 simple text scenarios")];
  expect(deletionEnding(question, reply("Nothing states it.", [], "refused"))).toBe("refused");
  expect(deletionEnding(question, reply("It has 15 scenarios [1].", cited))).toBe("carried");
  expect(deletionEnding(question, reply("It has 15 scenarios.", []))).toBe("answered");
  expect(deletionEnding(question, reply("It has many scenarios [1].", cited))).toBe("answered");
});

test("the table has the shares by type and over all", () => {
  const row = { id: "a", type: "numeric", question: "?" } as const;
  const table = printDeletion(
    [
      { ...row, ending: "refused" },
      { ...row, ending: "answered" },
    ],
    "markdown",
  );
  expect(table.split("\n").at(-1)).toMatch(/all +\| +2 \| +0\.500 \| +0\.000 \| +0\.500 \| +0\.500/);
});
