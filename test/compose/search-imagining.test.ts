import { expect, test, vi } from "vitest";
import { searchImagining } from "../../src/compose/search-imagining.ts";
import { RETRIEVAL_STAGES } from "../../src/domain/evidence.ts";
import { standingAlone } from "../../src/domain/question.ts";
import type { RetrieveOptions } from "../../src/retrieval/retrieve.ts";
import { LISTENING, RULES, rankedOf } from "../fixtures/papers.ts";

const { signal } = new AbortController();
const question = standingAlone("Do chatbots obey?");
const unsure = [rankedOf(RULES, { score: 1 }), rankedOf(LISTENING, { rank: 2, score: 0.9 })];
const sure = [rankedOf(RULES, { score: 1 }), rankedOf(LISTENING, { rank: 2, score: 0.1 })];

/** A search that finds the other paper first once it is given an abstract. */
const searching = (first: typeof sure) =>
  vi.fn(async (_: unknown, { hypothesis }: RetrieveOptions) =>
    hypothesis === undefined ? first : [rankedOf(LISTENING)],
  );

test("a search that is unsure is done again with an imagined abstract", async () => {
  const search = searching(unsure);
  const imagine = vi.fn(async () => "We make chatbots obey.");
  const papers = await searchImagining(search, imagine, question, { count: 5, signal });
  expect(papers[0]?.paper).toBe(LISTENING);
  expect(imagine).toHaveBeenCalledWith("Do chatbots obey?", signal);
  expect(search.mock.lastCall?.[1]).toMatchObject({ count: 5, hypothesis: "We make chatbots obey." });
});

test.each([
  ["a paper stands out", sure, undefined],
  ["the stage is left out", unsure, new Set(RETRIEVAL_STAGES.filter((stage) => stage !== "hypothesis"))],
])("no model is asked where %s", async (_, first, stages) => {
  const imagine = vi.fn(async () => "We make chatbots obey.");
  const papers = await searchImagining(searching(first), imagine, question, { count: 5, stages, signal });
  expect(papers).toBe(first);
  expect(imagine).not.toHaveBeenCalled();
});

test("where nothing could be imagined, or no model is there to ask, the first search stands", async () => {
  const search = searching(unsure);
  expect(await searchImagining(search, async () => undefined, question, { count: 5, signal })).toBe(unsure);
  expect(await searchImagining(search, undefined, question, { count: 5, signal })).toBe(unsure);
  expect(search).toHaveBeenCalledTimes(2);
});
