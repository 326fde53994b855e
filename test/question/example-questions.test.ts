import { expect, test } from "vitest";
import { readPage } from "../../src/pages/read-page.ts";
import { collectPapers } from "../../src/papers/collect-papers.ts";
import { exampleQuestions } from "../../src/question/example-questions.ts";
import { samplePage } from "../fixtures/collection.ts";

test("asks about things that papers are named after and introduce", async () => {
  const { papers } = collectPapers([await samplePage(49)], { seenAt: "2026-01-01T00:00:00.000Z", known: [] });
  const questions = exampleQuestions(papers);
  expect(questions).toHaveLength(3);
  for (const question of questions) {
    const name = /^What is (.+)\?$/.exec(question)?.[1] ?? "";
    const paper = papers.find(({ title }) => title.startsWith(`${name}: `));
    expect(paper?.abstract).toContain(name);
  }
  expect(exampleQuestions(papers)).toEqual(questions);
});

test("a collection that names nothing offers nothing", () => {
  const page = readPage(
    "p.txt",
    "On Rules\n\nA short abstract that introduces no name at all, and yet is one.\n",
  );
  const { papers } = collectPapers([page], { seenAt: "2026-01-01T00:00:00.000Z", known: [] });
  expect(exampleQuestions(papers)).toEqual([]);
});
