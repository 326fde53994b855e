import { Cite } from "@citation-js/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bibtexOf } from "../../src/references/bibtex-of.ts";
import { paperOf } from "../fixtures/papers.ts";

const URL_HERE = "http://127.0.0.1:3000/papers/a-paper";

async function readBack(title: string, rest: Parameters<typeof paperOf>[2] = {}, url = URL_HERE) {
  const paper = paperOf(title, "…", { paperId: "a-paper", ...rest });
  const text = await bibtexOf(paper, url);
  const { data } = new Cite(text);
  expect(data).toHaveLength(1);
  const [entry] = data;
  if (!entry) throw new Error("Nothing came back.");
  return { text, entry };
}

test("an entry names the paper, its authors, its date and its address", async () => {
  const { text, entry } = await readBack("Scalable MatMul-free Language Modeling", {
    paperId: "2406.02528",
    published: "2024-06-04",
    authors: ["Rui-Jie Zhu", "The Open Group and Friends", "Ludwig van Beethoven", "Sammy Davis Jr."],
  });
  expect(text).toMatch(/^@misc\{2406\.02528,\n/);
  expect(text).not.toContain("howpublished");
  expect(text).toContain("title = {{Scalable MatMul-free Language Modeling}},");
  expect(entry).toMatchObject({
    id: "2406.02528",
    title: "Scalable MatMul-free Language Modeling",
    URL: URL_HERE,
    issued: { "date-parts": [[2024, 6, 4]] },
    author: [
      { given: "Rui-Jie", family: "Zhu" },
      { family: "The Open Group and Friends" },
      expect.objectContaining({ given: "Ludwig" }),
      { given: "Sammy", family: "Davis", suffix: "Jr." },
    ],
  });
});

test("what is not known is not there", async () => {
  const { text } = await readBack("A Title");
  expect(text).not.toMatch(/author|year|month|journal|note/);
});

test.each([
  "2406.02528",
  "hep-th_9901001",
  `${"long-name-of-a-paper-".repeat(4).slice(0, 80)}-0a1b2c`,
  "1-5-pints-technical-report",
])("the key is the paper's id: %s", async (paperId) => {
  const { text, entry } = await readBack("A Title", { paperId });
  expect(text.startsWith(`@misc{${paperId},`)).toBe(true);
  expect(entry.id).toBe(paperId);
});

test.each([
  "}, url={javascript:alert(1)}",
  "}}\n@misc{other, title={Another one}",
  "{{{ unclosed",
  "Back\\slash \\write18{rm} \\input{x}",
  "100% of $5 & #1_2 ~ ^",
  '<b>bold</b> a <b> c <span class="nocase">',
  "@string{a = {b}} % comment",
  "TÜLU 3: Größe, 中文标题, Ελληνικά and 🙂",
  "$O(n^2)$ attention in $\\mathcal{L}_x$",
  '"quoted" # "joined"',
])("a title comes back as it was: %j", async (title) => {
  const { entry } = await readBack(title);
  expect(entry.title?.replace(/<\/?span[^>]*>/g, (tag) => (title.includes(tag) ? tag : ""))).toBe(
    title.replace(/\s+/g, " "),
  );
  expect(entry.URL).toBe(URL_HERE);
  expect(entry.id).toBe("a-paper");
});

test("no title or author adds a field or an entry, whatever it holds", async () => {
  const signs = fc.string({ unit: fc.constantFrom(..."\\{}%$&#_~^<>@=,\"'-:;. \n\tAbéß中") });
  await fc.assert(
    fc.asyncProperty(fc.oneof(signs, fc.string({ unit: "grapheme" })), signs, async (title, author) => {
      const { text, entry } = await readBack(`A ${title} Z`, { authors: [author] });
      const fields = [...text.matchAll(/^\s*([a-z]+) = \{/gm)].map(([, field]) => field);
      expect(fields).toEqual(author.trim() === "" ? ["title", "url"] : ["author", "title", "url"]);
      expect(entry.URL).toBe(URL_HERE);
      expect(lettersOf(entry.title ?? "")).toBe(lettersOf(`A ${title} Z`));
    }),
    { numRuns: 200 },
  );
});

function lettersOf(text: string): string {
  return text.replace(/<[^>]*>/g, "").replace(/[^\p{L}\p{N}]+/gu, "");
}

test("an address can't end its field", async () => {
  const { entry } = await readBack("A Title", {}, "https://example.org/a_b?x=%20{y}\\z\n}");
  expect(entry.URL).toBe("https://example.org/a_b?x=%20%7By%7D%5Cz%0A%7D");
});
