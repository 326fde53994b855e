import fc from "fast-check";
import { expect, test } from "vitest";
import { PassageSchema } from "../../src/domain/passage.ts";
import { loadPages } from "../../src/pages/load-pages.ts";
import { collectPapers } from "../../src/papers/collect-papers.ts";
import { MAX_PASSAGE_CHARACTERS } from "../../src/passages/group-sentences.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { anyText, expectToCover } from "./covering.ts";

const SENTENCE =
  "This sentence is exactly so long that four of them fill a passage, says the one who counted them. ";

function passagesOf(abstract: string) {
  return splitPassages({ paperId: "paper", abstract });
}

test("groups whole sentences into passages, numbered from 0", () => {
  const passages = passagesOf(SENTENCE.repeat(8));
  expect(passages.map((passage) => passage.passageId)).toEqual(["paper:0", "paper:1"]);
  expect(passages.map((passage) => passage.sentences.length)).toEqual([4, 4]);
  expect(passages[1]).toMatchObject({ paperId: "paper", text: SENTENCE.repeat(4).trim() });
});

test("leaves no short rest behind", () => {
  expect(
    passagesOf(SENTENCE.repeat(5))
      .map((passage) => passage.sentences.length)
      .sort(),
  ).toEqual([2, 3]);
});

test("makes a passage of its own of a sentence longer than a passage", () => {
  const long = `We ${"do and ".repeat(100)}rest.`;
  expect(passagesOf(`Short one. ${long} Short two.`).map((passage) => passage.text)).toEqual([
    "Short one.",
    long,
    "Short two.",
  ]);
});

test("cuts a sentence beyond 1,500 characters at a clause, else at a word, else inside it", () => {
  const clauses = passagesOf("we read a good deal of text and still go on, ".repeat(60));
  expect(clauses.length).toBeGreaterThan(1);
  expect(clauses.every((passage) => /^we .*,$/.test(passage.text))).toBe(true);
  const words = passagesOf("word ".repeat(1_000));
  expect(words.every((passage) => /^word.*word$/.test(passage.text))).toBe(true);
  const pairs = passagesOf(`a${"\u{1F600}".repeat(2_000)}`);
  expect(pairs.every((passage) => passage.text.isWellFormed())).toBe(true);
});

test("has no passage for an empty abstract", () => {
  expect(passagesOf("")).toEqual([]);
  expect(passagesOf(" \n ")).toEqual([]);
});

function expectSoundPassages(abstract: string): void {
  const passages = passagesOf(abstract);
  expectToCover(abstract, passages);
  for (const passage of passages) {
    expect(PassageSchema.parse(passage)).toEqual(passage);
    expect(passage.text).toBe(abstract.slice(passage.start, passage.end));
    expect(passage.text.length).toBeLessThanOrEqual(
      passage.sentences.length > 1 ? MAX_PASSAGE_CHARACTERS : 1_500,
    );
    expect(passage.sentences.at(0)?.start).toBe(passage.start);
    expect(passage.sentences.at(-1)?.end).toBe(passage.end);
  }
  expectToCover(
    abstract,
    passages.flatMap((passage) => passage.sentences),
  );
}

test("covers every abstract of the five pages, with offsets that slice back to the text", async () => {
  const { pages } = await loadPages(["seeds"]);
  const { papers } = collectPapers(pages, { seenAt: "2026-11-21T00:00:00Z", known: [] });
  for (const paper of papers) expectSoundPassages(paper.abstract);
  const passages = papers.flatMap(splitPassages);
  expect(new Set(passages.map((passage) => passage.passageId)).size).toBe(passages.length);
});

test("covers any text, with offsets that slice back to it", () => {
  fc.assert(fc.property(anyText, expectSoundPassages));
});
