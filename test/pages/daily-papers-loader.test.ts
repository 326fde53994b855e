import { expect, test } from "vitest";
import { DailyPapersLoader } from "../../src/pages/daily-papers-loader.ts";
import type { PageProblem } from "../../src/pages/page.ts";

test("gives one document for each entry, with where it stood", async () => {
  const problems: PageProblem[] = [];
  const loader = new DailyPapersLoader({ paths: ["seeds"], onProblem: (problem) => problems.push(problem) });
  const documents = await loader.load();
  expect(documents).toHaveLength(345);
  expect(documents[0]?.pageContent).toMatch(/^Chomsky and others/);
  expect(documents[0]?.metadata).toEqual({
    title: "Mission: Impossible Language Models",
    page: "000_51137d589ff0b310.txt",
    line: 13,
    featuredOn: "Jul 30",
  });
  expect(documents.at(-1)?.metadata).not.toHaveProperty("featuredOn");
  expect(problems).toEqual([]);
});

test("tells of what could not be loaded", async () => {
  const problems: PageProblem[] = [];
  const loader = new DailyPapersLoader({
    paths: ["package.json"],
    onProblem: (problem) => problems.push(problem),
  });
  expect(await loader.load()).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
});
