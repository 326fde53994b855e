import { expect, test } from "vitest";
import { RETRIEVAL_STAGES } from "../../src/domain/evidence.ts";
import type { SearchOptions } from "../../src/domain/footnote.ts";
import { ABLATIONS } from "../../src/eval/ablations.ts";
import { type AblationRow, evaluateAblations } from "../../src/eval/evaluate-ablations.ts";
import { ablationsJson, printAblations } from "../../src/eval/print-ablations.ts";
import { LISTENING, RULES, rankedOf } from "../fixtures/papers.ts";
import { goldOf } from "./gold-questions.ts";

const { signal } = new AbortController();
const questions = [
  goldOf({ id: "g-1", type: "paraphrase", gold: [RULES.title] }),
  goldOf({ id: "g-2", type: "terse", gold: [LISTENING.title] }),
];

/** A search that finds one paper first where words take part, and the other where they don't. */
const footnote = {
  async search(_: unknown, { stages }: SearchOptions) {
    const first = stages?.has("words") ? RULES : LISTENING;
    const second = first === RULES ? LISTENING : RULES;
    return { standaloneQuestion: "", papers: [rankedOf(first), rankedOf(second, { rank: 2 })] };
  },
};

async function rows(): Promise<readonly AblationRow[]> {
  let clock = 0;
  const now = () => {
    clock += 5;
    return clock;
  };
  const ablations = [
    { name: "words only", stages: new Set(["words"] as const) },
    { name: "vectors only", stages: new Set(["vectors"] as const) },
  ];
  return await Array.fromAsync(evaluateAblations(questions, ablations, { footnote, now, signal }));
}

test("the table has a row for each ablation, with R@5 and MRR of each group that has questions", async () => {
  expect(printAblations(await rows(), "markdown").split("\n")).toEqual([
    "| R@5 / MRR@10 |           all |    paraphrase |         exact | ms |",
    "|--------------|--------------:|--------------:|--------------:|---:|",
    "| words only   | 1.000 / 0.750 | 1.000 / 1.000 | 1.000 / 0.500 |  5 |",
    "| vectors only | 1.000 / 0.750 | 1.000 / 0.500 | 1.000 / 1.000 |  5 |",
  ]);
});

test("another program gets every question's figures", async () => {
  expect(ablationsJson(await rows())[1]).toEqual({
    name: "vectors only",
    results: [
      { id: "g-1", type: "paraphrase", recallAt5: 1, reciprocalRank: 0.5, searchMs: 5 },
      { id: "g-2", type: "terse", recallAt5: 1, reciprocalRank: 1, searchMs: 5 },
    ],
  });
});

test("each stage is left out of all others once, and one row has all that ask no chat model", () => {
  const names = ABLATIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const all = new Set(RETRIEVAL_STAGES.filter((stage) => stage !== "hypothesis"));
  expect(ABLATIONS.find(({ name }) => name === "all stages")?.stages).toEqual(all);
  for (const { name, stages } of ABLATIONS.filter((ablation) => ablation.name.startsWith("all but "))) {
    expect([...all.difference(stages)]).toEqual([name.replace("all but ", "")]);
  }
});

test("a search that fails counts as having found nothing, and the others go on", async () => {
  let searches = 0;
  const failing: typeof footnote = {
    async search(conversation, options) {
      searches += 1;
      if (searches === 1) throw new Error("cut off");
      return await footnote.search(conversation, options);
    },
  };
  const [row] = await Array.fromAsync(
    evaluateAblations(questions, [{ name: "words only", stages: new Set(["words"] as const) }], {
      footnote: failing,
      now: () => 0,
      signal,
    }),
  );
  expect(row?.results.map(({ recallAt5, failure }) => [recallAt5, failure])).toEqual([
    [0, "Error: cut off"],
    [1, undefined],
  ]);
});

test("ends where it is cancelled", async () => {
  const parts = { footnote, now: () => 0, signal: AbortSignal.abort(new Error("stopped")) };
  await expect(Array.fromAsync(evaluateAblations(questions, ABLATIONS, parts))).rejects.toThrow("stopped");
});
