import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readQuestions } from "../../src/eval/read-questions.ts";
import { loadPages } from "../../src/pages/load-pages.ts";
import { collectPapers } from "../../src/papers/collect-papers.ts";
import { goldOf } from "./gold-questions.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function fileOf(...questions: readonly unknown[]): Promise<string> {
  const file = join(await temporaryFolder(), "questions.jsonl");
  await writeFile(file, questions.map((question) => JSON.stringify(question)).join("\n"));
  return file;
}

test("reads the gold questions of the repository, and the seeds hold every paper that they name", async () => {
  const questions = await readQuestions("test/gold/questions.jsonl");
  expect(questions).toHaveLength(222);
  const { pages } = await loadPages(["seeds"]);
  const { papers } = collectPapers(pages, { seenAt: "2026-01-01T00:00:00.000Z", known: [] });
  const titles = new Set(papers.map(({ title }) => title));
  expect(
    questions.flatMap(({ gold, near = [] }) => [...gold, ...near]).filter((title) => !titles.has(title)),
  ).toEqual([]);
});

test("gives the questions in the file's order", async () => {
  const questions = [goldOf({ id: "b" }), goldOf({ id: "a", type: "meta", gold: [] })];
  expect(await readQuestions(await fileOf(...questions))).toEqual(questions);
});

test("names the line of a question of an unknown type", async () => {
  const file = await fileOf(goldOf(), { ...goldOf({ id: "g-2" }), type: "riddle" });
  await expect(readQuestions(file)).rejects.toThrow(`${file}, line 2: type: Invalid option`);
});

test("refuses an answerable question without a paper, and a paper for one that can't be answered", async () => {
  const without = await fileOf(goldOf({ gold: [] }));
  await expect(readQuestions(without)).rejects.toThrow(`${without}, line 1: gold: has to name a paper`);
  const withOne = await fileOf(goldOf({ type: "unanswerable" }));
  await expect(readQuestions(withOne)).rejects.toThrow(`${withOne}, line 1: gold: has to name a paper`);
});

test("refuses an id that comes twice, and a file without questions", async () => {
  const twice = await fileOf(goldOf(), goldOf({ id: "g-2" }), goldOf());
  await expect(readQuestions(twice)).rejects.toThrow(`${twice}, line 3: the id g-1 stands on line 1 already`);
  const empty = await fileOf();
  await expect(readQuestions(empty)).rejects.toThrow(`${empty} holds no question`);
});
