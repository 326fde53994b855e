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

async function draftOf(
  evidence: readonly Evidence[],
  options?: Parameters<typeof writeQuotes>[1],
): Promise<string> {
  return (await Array.fromAsync(writeQuotes(evidence, options))).join("");
}

const scenarios =
  "RuLES consists of 15 simple text scenarios in which the model is instructed to obey a set of rules in natural language.";
const susceptible =
  "We find that all models are susceptible to a wide variety of adversarial hand-crafted user inputs.";
const settings =
  "Two settings, command-based and voice-based, demonstrate its robustness to noise and its sensitivity to diverse instructions.";
const dialogue = "Dialogue serves as the most natural manner of human-computer interaction (HCI).";

test("one paper gets a paragraph that opens with its title and no second stop, each quote with the marker of its evidence", async () => {
  const draft = await draftOf([evidenceOf(RULES, scenarios, 0.9), evidenceOf(RULES, susceptible, 0.8)]);
  expect(draft).toBe(
    `**Can LLMs Follow Simple Rules?** “${scenarios.slice(0, -1)}” [1]. “${susceptible.slice(0, -1)}” [2].`,
  );
});

test("several papers get a line that says so and a bullet each; a title's name before its colon is enough", async () => {
  const maple = paperOf("Maple: Pruning at Birth", "Maple removes 40% of the weights.");
  const evidence = [evidenceOf(RULES, scenarios, 0.9), evidenceOf(maple, maple.abstract, 0.3)];
  expect((await draftOf(evidence)).split("\n")).toEqual([
    "Two papers here speak to this:",
    "",
    `- **Can LLMs Follow Simple Rules?** “${scenarios.slice(0, -1)}” [1].`,
    "- **Maple**: “Maple removes 40% of the weights” [2].",
  ]);
  expect(await draftOf(evidence, { relation: "rivals" })).toMatch(
    /^No paper here stands out; these come closest:/,
  );
});

test("what a quote leaves out of its sentence is marked, and so are parts of the question that stay unanswered", async () => {
  const part = susceptible.slice("We find that ".length);
  expect(await draftOf([evidenceOf(RULES, part, 0.9)], { missing: ["who wrote it?"] })).toBe(
    `**Can LLMs Follow Simple Rules?** “… ${part.slice(0, -1)}” [1].\n\nNot stated there: “who wrote it?”.`,
  );
});

test.each([
  ["of one paper", [evidenceOf(RULES, scenarios, 0.9), evidenceOf(RULES, susceptible, 0.8)]],
  ["in a bullet", [evidenceOf(LISTENING, dialogue, 0.9), evidenceOf(LISTENING, settings, 0.3)]],
])("a quote's citation comes before the next quote %s", async (_, evidence) => {
  const citer = createCiter(evidence);
  const [first = "", second = "", ...others] = await Array.fromAsync(writeQuotes(evidence));
  expect(others).toEqual([]);
  expect(citer.push(first).sentences).toHaveLength(1);
  expect([citer.push(second), citer.end()].flatMap(({ sentences }) => sentences)).toHaveLength(1);
});

test("a question mark stays inside the quotation marks, markup in a quote means itself", async () => {
  const paper = paperOf("A *bold* title", "Do [1] models use `code` in their answers?");
  expect(await draftOf([evidenceOf(paper, paper.abstract, 1)])).toBe(
    "**A \\*bold* title**: “Do \\[1] models use \\`code\\` in their answers?” [1].",
  );
});
