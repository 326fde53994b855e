import { expect, test } from "vitest";
import { countWords } from "../../../src/web/library/count-words.ts";
import { kindWords } from "../../../src/web/library/kind-words.ts";
import { readPaper, readRow } from "../../../src/web/library/library-paper.ts";

test.each([
  ["", 1320, "1,320 papers"],
  ["", 0, "There are no papers here yet."],
  ["speech", 1, "1 paper for “speech”"],
  ["zxqv", 0, "Nothing found for “zxqv”."],
])("query %j with %d papers", (query, total, words) => {
  expect(countWords(query, total)).toBe(words);
});

test("kinds of sources are told in words, unknown ones by their name", () => {
  expect(kindWords("daily-papers-page")).toBe("a saved page of daily papers");
  expect(kindWords("arxiv_feed")).toBe("arxiv feed");
});

test("reads what a server tells of a paper, and no more", () => {
  const sources = [{ name: "p", kind: "page", firstSeenAt: "2026-07-30T00:00:00Z", featuredOn: 7 }, {}];
  const row = { paperId: "a", title: "", url: "/papers/a", published: undefined };
  const foundOn = [{ name: "p", kind: "page", firstSeenAt: "2026-07-30T00:00:00Z", featuredOn: undefined }];
  expect(readRow({ paperId: "a", sources })).toEqual([{ ...row, title: "a", url: "", foundOn }]);
  expect(readPaper({ paperId: "a", url: "/papers/a", sources, authors: ["A", 7] })).toEqual({
    ...row,
    title: "a",
    foundOn,
    abstract: "",
    rawAbstract: "",
    authors: ["A"],
  });
  expect(readPaper({ title: "no id" })).toBeUndefined();
});
