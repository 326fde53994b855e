import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPage } from "../../src/pages/read-page.ts";

const SEEDS = readdirSync("seeds").map((name) => ({ name, text: readFileSync(`seeds/${name}`, "utf8") }));
const HEADER = [
  "new",
  "Get trending papers in your email inbox!",
  "Subscribe",
  "byAK and the research community",
  "Jul 30",
];

function abstractOf(subject: string): string {
  return `We study ${subject} and why it matters. ${"Our method reads more than it writes. ".repeat(12)}Code is public.`;
}

const PAPERS = [
  { title: "Mission: Impossible Language Models", abstract: abstractOf("languages") },
  { title: "On Teacher Hacking in Language Model Distillation", abstract: abstractOf("teachers") },
  { title: "Neural Databases", abstract: abstractOf("databases") },
];
const BLOCKS = PAPERS.flatMap(({ title, abstract }) => [title, abstract]);

function pageOf(blocks: readonly string[], header: readonly string[] = HEADER): string {
  return [...header, ...blocks].join("\n\n");
}

function titlesOf(text: string): string[] {
  return readPage("page.txt", text).entries.map((entry) => entry.title);
}

test("loads all 345 entries of the five saved pages without a problem", () => {
  const pages = SEEDS.map(({ name, text }) => readPage(name, text));
  expect(pages.flatMap((page) => page.problems)).toEqual([]);
  expect(pages.map((page) => page.entries.length)).toEqual([70, 79, 74, 49, 73]);
  expect(pages.map((page) => page.featuredOn)).toEqual(["Jul 30", "Mar 13", "Mar 11", undefined, undefined]);
});

test("keeps title and abstract as they stand on the page, with the title's line", () => {
  const page = readPage("page.txt", pageOf(BLOCKS));
  expect(page.entries).toEqual(PAPERS.map((paper, index) => ({ ...paper, line: 11 + index * 4 })));
  expect(page.problems).toEqual([]);
});

test.each([
  ["\\r\\n between lines", (text: string) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ["blank lines that hold spaces", (text: string) => text.replaceAll("\n\n", "\n \t\n\n")],
  ["lines indented and a newline at the end", (text: string) => `${text.replaceAll("\n\n", "\n\n  ")}\n`],
])("reads a page with %s as if it were none", (_, change) => {
  const page = readPage("page.txt", change(pageOf(BLOCKS)));
  expect(page.problems).toEqual([]);
  expect(page.entries.map(({ title, abstract }) => ({ title, abstract }))).toEqual(PAPERS);
});

test("reads a page without a header, and one whose header has no blank lines", () => {
  expect(readPage("page.txt", pageOf(BLOCKS, [])).problems).toEqual([]);
  expect(titlesOf(pageOf(BLOCKS, []))).toEqual(PAPERS.map((paper) => paper.title));
  expect(titlesOf(pageOf(BLOCKS, [HEADER.join("\n")]))).toEqual(PAPERS.map((paper) => paper.title));
});

test("gives a day with its year as a date", () => {
  expect(readPage("page.txt", pageOf(BLOCKS, ["Daily Papers", "Jul 3, 2024"])).featuredOn).toBe("2024-07-03");
});

test("joins hard-wrapped titles and abstracts", () => {
  const wrapped = pageOf(BLOCKS.map((block) => block.replace(/(.{12,40}) /g, "$1\n")));
  const page = readPage("page.txt", wrapped);
  const unwrapped = page.entries.map(({ title, abstract }) =>
    [title, abstract].map((text) => text.replaceAll("\n", " ")),
  );
  expect(unwrapped.flat()).toEqual(BLOCKS);
  expect(page.problems).toEqual([]);
});

test("reads the real pages hard-wrapped at 80 characters as they are", () => {
  for (const { name, text } of SEEDS) {
    const page = readPage(name, text.replace(/(.{60,79}) /g, "$1\n"));
    expect(page.problems).toEqual([]);
    expect(page.entries).toHaveLength(readPage(name, text).entries.length);
  }
});

test("reads titles that stand directly above their abstracts", () => {
  const pairs = PAPERS.slice(0, 2).map(({ title, abstract }) => `${title}\n${abstract}`);
  expect(readPage("page.txt", pageOf([pairs.join("\n")]))).toMatchObject({
    entries: PAPERS.slice(0, 2),
    problems: [],
  });
});

test("reports a page that was cut off after a title", () => {
  const page = readPage("page.txt", pageOf([...BLOCKS, "Why do Nearest Neighbor Language Models Work?"]));
  expect(page.entries).toHaveLength(3);
  expect(page.problems).toEqual([
    {
      file: "page.txt",
      line: 23,
      message: '"Why do Nearest Neighbor Language Models Work?": a title without an abstract; left out',
    },
  ]);
});

test("reports the first of two titles in a row and keeps the second with its abstract", () => {
  const page = readPage("page.txt", pageOf(["Can LLMs Follow Simple Rules?", ...BLOCKS]));
  expect(page.entries.map((entry) => entry.title)).toEqual(PAPERS.map((paper) => paper.title));
  expect(page.problems).toMatchObject([
    { line: 11, message: expect.stringContaining("without an abstract") },
  ]);
});

test("reports an abstract without a title and stays in step", () => {
  const page = readPage("page.txt", pageOf([abstractOf("nothing in particular"), ...BLOCKS]));
  expect(page.entries.map((entry) => entry.title)).toEqual(PAPERS.map((paper) => paper.title));
  expect(page.problems).toMatchObject([{ line: 11, message: expect.stringContaining("without a title") }]);
});

test("loads a very short abstract, and says so where it looks like a title", () => {
  const sentence = readPage("page.txt", pageOf(["Neural Databases", "We build one.", ...BLOCKS.slice(0, 4)]));
  expect(sentence.entries[0]).toMatchObject({ title: "Neural Databases", abstract: "We build one." });
  expect(sentence.problems).toEqual([]);
  const phrase = readPage(
    "page.txt",
    pageOf(["Neural Databases", "work in progress", ...BLOCKS.slice(0, 4)]),
  );
  expect(phrase.entries[0]).toMatchObject({ title: "Neural Databases", abstract: "work in progress" });
  expect(phrase.problems).toMatchObject([{ line: 13, message: expect.stringContaining("it is short") }]);
});

test("loads a very long title", () => {
  const title = `On ${"Very Long Titles and ".repeat(30)}Their Readers`;
  const page = readPage("page.txt", pageOf([...BLOCKS.slice(0, 2), title, ...BLOCKS.slice(1)]));
  expect(page.entries[1]).toMatchObject({ title, abstract: PAPERS[0]?.abstract });
  expect(page.problems).toEqual([]);
});

test("reports a line of a header that stands in among the papers", () => {
  const page = readPage("page.txt", pageOf([...BLOCKS.slice(0, 2), "Subscribe", ...BLOCKS.slice(2)]));
  expect(page.entries).toHaveLength(3);
  expect(page.problems).toMatchObject([{ line: 15, message: expect.stringContaining('"Subscribe"') }]);
});

test.each(["", "\n \n", HEADER.join("\n\n")])("says that an empty page holds no paper", (text) => {
  expect(readPage("page.txt", text)).toMatchObject({
    entries: [],
    problems: [{ file: "page.txt", line: 1, message: expect.stringContaining("no paper") }],
  });
});

test("loses only the pair that lost a half, wherever a real page is damaged", () => {
  const { name, text } = SEEDS[3] ?? { name: "", text: "" };
  const whole = readPage(name, text);
  const lines = text.split("\n");
  for (const [index, entry] of whole.entries.entries()) {
    for (const lost of [entry.line - 1, entry.line + 1]) {
      const damaged = readPage(name, lines.with(lost, "").join("\n"));
      expect(damaged.entries).toEqual(whole.entries.toSpliced(index, 1));
      expect(damaged.problems).toHaveLength(1);
    }
  }
});

test("never throws, and loads or reports every line of whatever it is given", () => {
  const header = new Set(HEADER);
  const line = fc.oneof(
    fc.string({ unit: "grapheme" }).map((text) => text.replace(/\s+/g, " ").trim()),
    fc.constantFrom(...HEADER, ...BLOCKS, "A line.", "a line"),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      const page = readPage("page.txt", lines.join("\n\n"));
      const loaded = new Set(page.entries.flatMap(({ title, abstract }) => [title, abstract]));
      const reported = new Set(page.problems.map((problem) => problem.line));
      const bodyStart = lines.findIndex((text) => text !== "" && !header.has(text));
      const isAccountedFor = (text: string, index: number) =>
        text === "" || index < bodyStart || loaded.has(text) || reported.has(index * 2 + 1);
      expect(bodyStart === -1 || lines.every(isAccountedFor)).toBe(true);
      expect(page.entries.length + page.problems.length).toBeGreaterThan(0);
    }),
  );
});
