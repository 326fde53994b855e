import { expect, test } from "vitest";
import { listSources } from "../../src/retrieval/list-sources.ts";
import { paperOf } from "../fixtures/papers.ts";

const from = (...names: readonly string[]) => ({
  sources: names.map((name) => ({ name, kind: "page", firstSeenAt: "2026-07-30" })),
});

test("counts each source's papers, by name", () => {
  const papers = [
    paperOf("A", "…", from("page 10", "page 2")),
    paperOf("B", "…", from("page 2", "page 2")),
    paperOf("C", "…", { sources: [{ name: "page 2", kind: "feed", firstSeenAt: "2026-07-30" }] }),
  ];
  expect(listSources(papers)).toEqual([
    { name: "page 2", kind: "feed", papers: 1 },
    { name: "page 2", kind: "page", papers: 2 },
    { name: "page 10", kind: "page", papers: 1 },
  ]);
});

test("lists nothing where nothing is", () => {
  expect(listSources([])).toEqual([]);
});
