import { expect, test } from "vitest";
import type { Paper } from "../../src/domain/paper.ts";
import { PaperSchema } from "../../src/domain/paper.ts";
import { loadPages } from "../../src/pages/load-pages.ts";
import type { Page } from "../../src/pages/page.ts";
import { collectPapers } from "../../src/papers/collect-papers.ts";

const MONDAY = "2026-11-16T08:00:00.000Z";
const FRIDAY = "2026-11-20T08:00:00.000Z";

function page(name: string, papers: Readonly<Record<string, string>>, featuredOn?: string): Page {
  const entries = Object.entries(papers).map(([title, abstract], index) => ({
    title,
    abstract,
    line: 1 + index * 4,
  }));
  return { name, entries, problems: [], ...(featuredOn !== undefined && { featuredOn }) };
}

function collect(pages: readonly Page[], known: readonly Paper[] = [], seenAt = MONDAY) {
  return collectPapers(pages, { seenAt, known });
}

test("finds 320 papers in the 345 entries of the five pages", async () => {
  const { pages } = await loadPages(["seeds"]);
  const { papers, problems } = collect(pages);
  expect(papers).toHaveLength(320);
  expect(new Set(papers.map((paper) => paper.paperId)).size).toBe(320);
  expect(papers.flatMap((paper) => paper.sources)).toHaveLength(345);
  expect(problems).toEqual([]);
  for (const paper of papers) expect(PaperSchema.parse(paper)).toEqual(paper);
});

test("cleans title and abstract and keeps the abstract as it came", () => {
  const { papers } = collect([page("a.txt", { "The {no-regret}\nPaper": "From 5\\% to\n6\\%." }, "Jul 30")]);
  expect(papers).toEqual([
    {
      paperId: "the-no-regret-paper",
      title: "The no-regret Paper",
      abstract: "From 5% to 6%.",
      rawAbstract: "From 5\\% to\n6\\%.",
      sources: [{ name: "a.txt", kind: "daily-papers-page", firstSeenAt: MONDAY, featuredOn: "Jul 30" }],
    },
  ]);
});

test("merges titles that differ in case, spacing or composition, and remembers every page", () => {
  const { papers, problems } = collect([
    page("a.txt", { "Neural Databases": "We build one.", "Café Straße": "Coffee." }),
    page("b.txt", { "NEURAL  databases": "We build  one.", "Cafe\u0301 STRASSE": "Coffee." }),
  ]);
  expect(papers.map((paper) => paper.title)).toEqual(["Neural Databases", "Café Straße"]);
  expect(papers.map((paper) => paper.sources.map((source) => source.name))).toEqual([
    ["a.txt", "b.txt"],
    ["a.txt", "b.txt"],
  ]);
  expect(problems).toEqual([]);
});

test("keeps the first of two abstracts and reports the second", () => {
  const { papers, problems } = collect([
    page("a.txt", { "Neural Databases": "We build one." }),
    page("b.txt", { Other: "Text.", "Neural Databases": "We build two." }),
  ]);
  expect(papers[0]?.abstract).toBe("We build one.");
  expect(papers[0]?.sources).toHaveLength(2);
  expect(problems).toEqual([
    {
      file: "b.txt",
      line: 5,
      message: '"Neural Databases" stands on a.txt, line 1, with another abstract; that one is kept',
    },
  ]);
});

test("tells papers apart whose titles make the same id", () => {
  const { papers } = collect([page("a.txt", { "Who? What": "One.", "Who: What!": "Two." })]);
  expect(papers.map((paper) => paper.paperId)).toEqual([
    "who-what",
    expect.stringMatching(/^who-what-[0-9a-f]{6}$/),
  ]);
});

test("changes nothing when the same pages are read again later", async () => {
  const { pages } = await loadPages(["seeds"]);
  const first = collect(pages);
  expect(collect(pages, first.papers, FRIDAY)).toEqual(first);
});

test("keeps id, dates and sources of known papers, loaded again or not, and takes the new text", () => {
  const known: Paper[] = [
    {
      paperId: "2401.00001",
      title: "Neural Databases",
      abstract: "Old.",
      rawAbstract: "Old.",
      outsideUrl: "https://example.org/2401.00001",
      published: "2024-01-01",
      sources: [{ name: "feed", kind: "feed", firstSeenAt: MONDAY }],
    },
    { paperId: "gone", title: "Gone", abstract: "Still here.", rawAbstract: "Still here.", sources: [] },
  ];
  const { papers, problems } = collect(
    [page("a.txt", { New: "New.", "neural databases": "We build one." })],
    known,
    FRIDAY,
  );
  expect(papers.map((paper) => paper.paperId)).toEqual(["2401.00001", "gone", "new"]);
  expect(papers[0]).toEqual({
    ...known[0],
    title: "neural databases",
    abstract: "We build one.",
    rawAbstract: "We build one.",
    sources: [
      { name: "feed", kind: "feed", firstSeenAt: MONDAY },
      { name: "a.txt", kind: "daily-papers-page", firstSeenAt: FRIDAY },
    ],
  });
  expect(papers[1]).toEqual(known[1]);
  expect(problems).toEqual([]);
});

test("loses no known paper where two have the same title", () => {
  const paper = { title: "Twins", abstract: "A.", rawAbstract: "A.", sources: [] };
  const known = [
    { ...paper, paperId: "one" },
    { ...paper, paperId: "two" },
  ];
  const { papers } = collect([page("a.txt", { Twins: "B." })], known);
  expect(papers.map(({ paperId, abstract }) => [paperId, abstract])).toEqual([
    ["one", "B."],
    ["two", "A."],
  ]);
});
