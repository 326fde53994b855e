import { expect, test } from "vitest";
import { cslOf } from "../../src/references/csl-of.ts";
import { authorName } from "../../src/references/person-name.ts";
import { paperOf } from "../fixtures/papers.ts";

const url = "https://arxiv.org/abs/2406.02528";

test("a paper says what is known of it", () => {
  const paper = paperOf("A\nTitle", "…", {
    paperId: "2406.02528",
    published: "2024-06-04",
    authors: ["Ada Lovelace", "OpenAI", " "],
  });
  expect(cslOf(paper, url)).toEqual({
    id: "2406.02528",
    type: "article",
    title: "A Title",
    author: [{ given: "Ada", family: "Lovelace" }, { literal: "OpenAI" }],
    issued: { "date-parts": [[2024, 6, 4]] },
    URL: url,
  });
});

test("the day that a page features a paper is no date of publication", () => {
  const sources = [{ name: "p.txt", kind: "page", firstSeenAt: "2026-07-30", featuredOn: "Jul 30" }];
  expect(Object.keys(cslOf(paperOf("A Title", "…", { sources }), url))).toEqual([
    "id",
    "type",
    "title",
    "URL",
  ]);
});

test.each([
  ["2024-06", [2024, 6]],
  ["2024", [2024]],
  ["2024-13-01", [2024]],
  ["June 2024", undefined],
  ["0000-01-01", undefined],
])("%s is dated %j", (published, date) => {
  expect(cslOf(paperOf("A", "…", { published }), url).issued).toEqual(date && { "date-parts": [date] });
});

test.each([
  ["Grace Brewster Hopper", { given: "Grace Brewster", family: "Hopper" }],
  ["Hopper, Grace B.", { given: "Grace B.", family: "Hopper" }],
  ["Ludwig van Beethoven", { given: "Ludwig", family: "van Beethoven" }],
  ["Juan de la Cruz", { given: "Juan", family: "de la Cruz" }],
  ["Sammy Davis Jr.", { given: "Sammy", family: "Davis", suffix: "Jr." }],
  ["Henry Ford III", { given: "Henry", family: "Ford", suffix: "III" }],
  ["Jürgen Schmidhuber", { given: "Jürgen", family: "Schmidhuber" }],
  ["张伟", { literal: "张伟" }],
  ["Qwen Team", { literal: "Qwen Team" }],
  ["Allen Institute for AI", { literal: "Allen Institute for AI" }],
  ["Università di Pisa, Department of Physics", { literal: "Università di Pisa, Department of Physics" }],
  ["The BigScience Workshop", { literal: "The BigScience Workshop" }],
  ["Lovelace,", { literal: "Lovelace," }],
  ["von", { literal: "von" }],
])("%s is read as a name", (text, name) => {
  expect(authorName(text)).toEqual(name);
});
