import { expect, test } from "vitest";
import { type ListLookups, listPapers } from "../../src/retrieval/list-papers.ts";
import { paperOf, rankedOf } from "../fixtures/papers.ts";

const seen = (day: number) => [
  { name: "p.txt", kind: "daily-papers-page", firstSeenAt: `2026-01-0${day}T00:00:00.000Z` },
];
const beta = paperOf("beta 10", "…", { sources: seen(3) });
const alpha = paperOf("Alpha", "…", { sources: seen(1) });
const early = paperOf("Beta 2", "…", { sources: seen(2) });
const papers = [beta, alpha, early];
const lookups: ListLookups = {
  atAddress: (text) => (text.startsWith("/papers/") ? [alpha] : undefined),
  search: async () => [rankedOf(early), rankedOf(beta)],
};

async function titles(request: Parameters<typeof listPapers>[1]) {
  const { papers: listed, total } = await listPapers(papers, request, lookups);
  return { titles: listed.map((paper) => paper.title), total };
}

test("sorts by title as a person would", async () => {
  expect(await titles({ sort: "title", offset: 0, limit: 10 })).toEqual({
    titles: ["Alpha", "Beta 2", "beta 10"],
    total: 3,
  });
});

test("sorts by when a paper was added, newest first", async () => {
  expect((await titles({ sort: "added", offset: 0, limit: 10 })).titles).toEqual([
    "beta 10",
    "Beta 2",
    "Alpha",
  ]);
});

test("a query lists what was found, best first, and counts that", async () => {
  expect(await titles({ query: "beta", sort: "relevance", offset: 0, limit: 1 })).toEqual({
    titles: ["Beta 2"],
    total: 2,
  });
  expect(await titles({ query: "beta", sort: "relevance", offset: 1, limit: 1 })).toEqual({
    titles: ["beta 10"],
    total: 2,
  });
});

test("an offset past the end lists nothing and still counts", async () => {
  expect(await titles({ sort: "title", offset: 9, limit: 10 })).toEqual({ titles: [], total: 3 });
});

test("lists all papers that mention what stands in quotation marks", async () => {
  expect(await titles({ query: '"beta"', sort: "relevance", offset: 0, limit: 1 })).toEqual({
    titles: ["beta 10"],
    total: 2,
  });
  expect((await titles({ query: '""', sort: "relevance", offset: 0, limit: 9 })).total).toBe(2);
});

test("an address lists the paper that it names, whatever retrieval finds", async () => {
  expect(await titles({ query: "/papers/alpha", sort: "relevance", offset: 0, limit: 9 })).toEqual({
    titles: ["Alpha"],
    total: 1,
  });
});

test("what a query lists can be sorted otherwise", async () => {
  expect((await titles({ query: "beta", sort: "added", offset: 0, limit: 9 })).titles).toEqual([
    "beta 10",
    "Beta 2",
  ]);
});
