import { Document } from "@langchain/core/documents";
import { expect, test } from "vitest";
import { PassageSplitter } from "../../src/passages/passage-splitter.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";

const ABSTRACT =
  "We follow West et al. (2022) here, in a sentence of some length, and go on with it. ".repeat(10);

test("splits a text into the same passages as Footnote does", async () => {
  const passages = splitPassages({ paperId: "paper", abstract: ABSTRACT });
  expect(await new PassageSplitter().splitText(ABSTRACT)).toEqual(passages.map((passage) => passage.text));
  expect(passages.length).toBeGreaterThan(1);
});

test("splits documents and says where each passage stood", async () => {
  const document = new Document({ pageContent: ABSTRACT, metadata: { title: "Neural Databases" } });
  const split = await new PassageSplitter().splitDocuments([document, document]);
  const { length } = splitPassages({ paperId: "paper", abstract: ABSTRACT });
  expect(split).toHaveLength(length * 2);
  for (const { pageContent, metadata } of split) {
    const { title, start, end } = metadata;
    expect(title).toBe("Neural Databases");
    expect(ABSTRACT.slice(start, end)).toBe(pageContent);
  }
});
