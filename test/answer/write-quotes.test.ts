import { expect, test } from "vitest";
import { createCiter } from "../../src/answer/citer.ts";
import { writeQuotes } from "../../src/answer/write-quotes.ts";
import type { Evidence } from "../../src/domain/evidence.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { LISTENING, paperOf, RULES } from "../fixtures/papers.ts";

function evidenceOf(paper: Paper, quote: string, score: number): Evidence {
  const quoteStart = paper.abstract.indexOf(quote);
  return { paper, quote, quoteStart, quoteEnd: quoteStart + quote.length, score };
}

async function draftOf(evidence: readonly Evidence[]): Promise<string> {
  return (await Array.fromAsync(writeQuotes(evidence))).join("");
}

const scenarios =
  "RuLES consists of 15 simple text scenarios in which the model is instructed to obey a set of rules in natural language.";
const susceptible =
  "We find that all models are susceptible to a wide variety of adversarial hand-crafted user inputs.";
const dialogue = "Dialogue serves as the most natural manner of human-computer interaction (HCI).";

test("one paper gets a paragraph that opens with its title and no second stop, each quote with the marker of its evidence", async () => {
  const draft = await draftOf([evidenceOf(RULES, scenarios, 0.9), evidenceOf(RULES, susceptible, 0.8)]);
  expect(draft).toBe(
    `**Can LLMs Follow Simple Rules?** “${scenarios.slice(0, -1)}” [1]. “${susceptible.slice(0, -1)}” [2].`,
  );
});

test("several papers get a bullet each", async () => {
  const draft = await draftOf([evidenceOf(RULES, scenarios, 0.9), evidenceOf(LISTENING, dialogue, 0.3)]);
  expect(draft.split("\n")).toEqual([
    `- **Can LLMs Follow Simple Rules?** “${scenarios.slice(0, -1)}” [1].`,
    `- **Language Model Can Listen While Speaking**: “${dialogue.slice(0, -1)}” [2].`,
  ]);
});

test("quotes far behind the best of their paper are left out, and the numbers stay those of the evidence", async () => {
  const draft = await draftOf([
    evidenceOf(RULES, scenarios, 0.9),
    evidenceOf(RULES, susceptible, 0.2),
    evidenceOf(LISTENING, dialogue, 0.3),
  ]);
  expect(draft).not.toContain("susceptible");
  expect(draft).toContain("[3].");
});

test.each([
  ["of one paper", [evidenceOf(RULES, scenarios, 0.9), evidenceOf(RULES, susceptible, 0.8)]],
  ["of several papers", [evidenceOf(RULES, scenarios, 0.9), evidenceOf(LISTENING, dialogue, 0.3)]],
])("a quote's citation comes before the next quote %s", async (_, evidence) => {
  const citer = createCiter(evidence);
  const [first = "", second = "", ...others] = await Array.fromAsync(writeQuotes(evidence));
  expect(others).toEqual([]);
  expect(citer.push(first).citations.map(({ citationId }) => citationId)).toEqual(["c-1"]);
  expect([citer.push(second), citer.end()].flatMap(({ citations }) => citations)).toHaveLength(1);
});

test("a question mark stays inside the quotation marks, markup in a quote means itself", async () => {
  const paper = paperOf("A *bold* title", "Do [1] models use `code` in their answers?");
  expect(await draftOf([evidenceOf(paper, paper.abstract, 1)])).toBe(
    "**A \\*bold* title**: “Do \\[1] models use \\`code\\` in their answers?” [1].",
  );
});
