import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { countPapers } from "../../src/answer/count-papers.ts";
import { collectAnswer } from "../../src/cli/answer-json.ts";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { samplePage, temporaryFolder } from "../fixtures/collection.ts";
import { paperOf } from "../fixtures/papers.ts";
import { says } from "../upstream/behaviours.ts";
import { createUpstream } from "../upstream/create-upstream.ts";

const PAPERS = Array.from({ length: 12 }, (_, position) =>
  paperOf(
    `Paper ${position}`,
    `We tune models number ${position} with LoRA for hours. ${position === 0 ? "Sparse rewards are hard to learn from." : "It takes a long time."}`,
    { published: position < 2 ? "2024-01-01" : "2025-01-01" },
  ),
);
const INDEX = {
  papers: new Map(PAPERS.map((paper) => [paper.paperId, paper])),
  passagesOf: (paperId: string) =>
    PAPERS.filter((paper) => paper.paperId === paperId).flatMap((paper) => splitPassages(paper)),
};

test("counts all papers, and quotes the first ten with where they say it", () => {
  const counted = countPapers("How many papers use LoRA?", INDEX, undefined);
  expect(counted?.count).toMatchObject({ found: 12, searched: 12, terms: [["LoRA"]], isFiltered: false });
  expect(counted?.evidence).toHaveLength(10);
  expect(counted?.papers.map(({ paper }) => paper)).toEqual(counted?.evidence.map(({ paper }) => paper));
  for (const { paper, quote, quoteStart, quoteEnd } of counted?.evidence ?? []) {
    expect(paper.abstract.slice(quoteStart, quoteEnd)).toBe(quote);
    expect(quote).toContain("LoRA");
  }
});

test("a filter limits what is counted", () => {
  const counted = countPapers("How many papers use LoRA?", INDEX, { publishedTo: "2024-12-31" });
  expect(counted?.count).toMatchObject({ found: 2, searched: 2, isFiltered: true });
});

test("that no paper has a name is an answer; a phrase that hardly any has is searched for by its meaning", () => {
  expect(countPapers("Do any papers use GRPO2?", INDEX, undefined)?.count.found).toBe(0);
  expect(countPapers("Which papers mention dense rewards?", INDEX, undefined)?.count.found).toBe(0);
  expect(countPapers("Which papers study dense rewards?", INDEX, undefined)).toBeUndefined();
  expect(countPapers("Which papers study sparse rewards?", INDEX, undefined)).toBeUndefined();
  expect(countPapers("How many papers study sparse rewards?", INDEX, undefined)?.count.found).toBe(1);
});

test("several terms, all of them or any", () => {
  expect(countPapers("Which papers mention LoRA and sparse rewards?", INDEX, undefined)?.count.found).toBe(1);
  expect(countPapers("Which papers mention sparse rewards or LoRA?", INDEX, undefined)?.count.found).toBe(12);
});

test("papers without a term are counted, and none is quoted", () => {
  const counted = countPapers("Which papers don't mention sparse rewards?", INDEX, undefined);
  expect(counted?.count).toMatchObject({ found: 11, isNegated: true });
  expect(counted?.evidence).toEqual([]);
});

test("a kind of paper that is here and never has the term is an answer", () => {
  const survey = paperOf("Rewards: A Survey", "This survey looks back on thirty years of rewards in games.");
  const papers = new Map([...INDEX.papers, [survey.paperId, survey]]);
  const count = (question: string) => countPapers(question, { ...INDEX, papers }, undefined)?.count;
  expect(count("list all surveys on agents")).toMatchObject({ found: 0, ofKind: 1 });
  expect(count("list all surveys on rewards")).toMatchObject({ found: 1, ofKind: 1 });
  expect(count("list all surveys on agents that plan")).toBeUndefined();
  expect(count("list all surveys on software agents")).toBeUndefined();
});

test("any other question is none of this, nor is one without papers", () => {
  expect(countPapers("How does LoRA work?", INDEX, undefined)).toBeUndefined();
  expect(
    countPapers("How many papers use LoRA?", { ...INDEX, papers: new Map() }, undefined),
  ).toBeUndefined();
});

test("with a model counting takes the same way: the model is not asked", async () => {
  const upstream = await createUpstream(says(["A thousand papers do."]));
  onTestFinished(() => upstream.close());
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const folder = await temporaryFolder();
  const seedsDir = join(folder, "seeds");
  const { name, entries } = await samplePage(8);
  await mkdir(seedsDir);
  await writeFile(
    join(seedsDir, name),
    entries.map(({ title, abstract }) => `${title}\n\n${abstract}\n`).join("\n"),
  );
  const config = readConfig({
    SEEDS_DIR: seedsDir,
    DATA_DIR: join(folder, "data"),
    OPENAI_BASE_URL: upstream.baseUrl,
    CHAT_MODEL: "some-model",
  });
  const { footnote, prepared } = await composeFootnote(config, {
    onProgress: () => {},
    onNotice: () => {},
    signal: stop.signal,
  });
  await prepared;
  const question = "How many papers mention language models?";
  const answer = await collectAnswer(footnote.answer({ history: [], question }, { signal: stop.signal }));
  expect(answer.text).toMatch(/^8 of the 8 papers here mention “language models” or “LM”\.\n/u);
  expect(answer.citations).toHaveLength(8);
  expect(upstream.requests).toEqual([]);
});
