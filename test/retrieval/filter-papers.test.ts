import { expect, test } from "vitest";
import type { PaperFilter } from "../../src/domain/question.ts";
import { allowedPaperIds } from "../../src/retrieval/filter-papers.ts";
import { paperOf } from "../fixtures/papers.ts";

const source = (name: string) => [
  { name, kind: "daily-papers-page", firstSeenAt: "2026-01-01T00:00:00.000Z" },
];
const papers = [
  paperOf("March", "…", { published: "2026-03-01", sources: source("a.txt") }),
  paperOf("May", "…", { published: "2026-05-31", sources: source("b.txt") }),
  paperOf("Undated", "…", { sources: [...source("a.txt"), ...source("b.txt")] }),
];

const cases: readonly (readonly [string, PaperFilter, readonly string[]])[] = [
  ["papers by id", { paperIds: ["may", "nowhere"] }, ["may"]],
  ["papers that stood on a page", { sources: ["b.txt"] }, ["may", "undated"]],
  ["papers by the kind of their source", { sources: ["daily-papers-page"] }, ["march", "may", "undated"]],
  ["dates, both ends included", { publishedFrom: "2026-03-01", publishedTo: "2026-05-31" }, ["march", "may"]],
  ["an open end", { publishedFrom: "2026-04-01" }, ["may"]],
  ["all conditions at once", { sources: ["a.txt"], publishedTo: "2026-04-01" }, ["march"]],
  ["an empty list lets nothing through", { paperIds: [] }, []],
];

test.each(cases)("limits to %s", (_, filter, expected) => {
  expect([...(allowedPaperIds(papers, filter) ?? [])]).toEqual(expected);
});

test("no condition means no limit", () => {
  expect(allowedPaperIds(papers, undefined)).toBeUndefined();
  expect(allowedPaperIds(papers, {})).toBeUndefined();
});
