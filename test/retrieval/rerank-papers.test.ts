import { expect, test } from "vitest";
import { createCrossEncoder } from "../../src/models/cross-encoder.ts";
import { rerankPapers } from "../../src/retrieval/rerank-papers.ts";
import { temporaryFolder } from "../fixtures/collection.ts";
import { paperOf, rankedOf } from "../fixtures/papers.ts";
import { tinyCrossEncoder } from "../models/tiny-models.ts";

const HELD = new AbortController().signal;
const question = "cat sleeps";

/** Papers as the late stage ranks them, `score` falling from 1. */
function rankedPapers(abstracts: readonly string[]) {
  return abstracts.map((abstract, position) =>
    rankedOf(paperOf(`Bird ${position}`, abstract), {
      rank: position + 1,
      score: 1 - position / (abstracts.length + 1),
      stages: [{ stage: "fusion", rank: position + 1, score: 0.5 }],
    }),
  );
}

async function crossEncoder({ isWarm = true } = {}) {
  const notices: string[] = [];
  const folder = await tinyCrossEncoder();
  const encoder = createCrossEncoder(
    { kind: "folder", folder },
    { cacheDir: await temporaryFolder(), onNotice: (notice) => notices.push(notice) },
  );
  if (isWarm) await encoder.warm();
  expect(notices).toEqual([]);
  return encoder;
}

test("the order is the cross-encoder's; scores are dealt out anew and its place is told", async () => {
  const papers = rankedPapers(["dog", "cat", "fish", "a cat sleeps"]);
  const reranked = await rerankPapers(question, papers, await crossEncoder(), HELD);
  expect(reranked.map(({ paper }) => paper.abstract)).toEqual(["a cat sleeps", "cat", "dog", "fish"]);
  expect(reranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  expect(reranked.map(({ score }) => score)).toEqual(papers.map(({ score }) => score));
  expect(reranked[0]?.stages).toEqual([
    { stage: "fusion", rank: 4, score: 0.5 },
    { stage: "rerank", rank: 1, score: 3 },
  ]);
});

test("the title is read with the abstract", async () => {
  const papers = [rankedOf(paperOf("Dog", "sings")), rankedOf(paperOf("Cat", "sings"))];
  const reranked = await rerankPapers("cat", papers, await crossEncoder(), HELD);
  expect(reranked.map(({ paper }) => paper.title)).toEqual(["Cat", "Dog"]);
});

test("papers beyond the first twenty keep their places, however well they fit", async () => {
  const abstracts = Array.from({ length: 23 }, (_, position) => (position >= 19 ? "cat sleeps" : "dog"));
  const papers = rankedPapers(abstracts);
  const reranked = await rerankPapers(question, papers, await crossEncoder(), HELD);
  expect(reranked[0]?.paper).toBe(papers[19]?.paper);
  expect(reranked.slice(20)).toEqual(papers.slice(20));
  expect(reranked).toHaveLength(23);
});

test("papers that fit alike keep their order", async () => {
  const papers = rankedPapers(["cat", "cat", "cat"]);
  const reranked = await rerankPapers(question, papers, await crossEncoder(), HELD);
  expect(reranked.map(({ paper }) => paper)).toEqual(papers.map(({ paper }) => paper));
});

test("a cross-encoder that is not warm changes nothing", async () => {
  const papers = rankedPapers(["dog", "cat sleeps"]);
  expect(await rerankPapers(question, papers, await crossEncoder({ isWarm: false }), HELD)).toBe(papers);
});

test("no papers are no trouble", async () => {
  expect(await rerankPapers(question, [], await crossEncoder(), HELD)).toEqual([]);
});

test("whoever leaves gets nothing, warm or not", async () => {
  const papers = rankedPapers(["dog", "cat sleeps"]);
  for (const isWarm of [true, false]) {
    const encoder = await crossEncoder({ isWarm });
    await expect(rerankPapers(question, papers, encoder, AbortSignal.abort())).rejects.toThrow(/abort/i);
  }
});
