import { expect, test } from "vitest";
import { conversationMarkdown } from "../../../src/web/export/conversation-markdown.ts";
import { answer, source } from "./answers.ts";

test("a conversation cites by the papers' ids and lists each paper once", () => {
  const written = conversationMarkdown('About "it": all', [
    { question: "Why?", answer: answer("Because [1]. And so [1] [2].") },
    {
      question: "And how?",
      answer: answer("So [1].", { sources: [source(1, { paperId: "paper-2", title: "Paper 2" })] }),
    },
  ]);
  expect(written).toBe(`---
title: "About \\"it\\": all"
bibliography: references.bib
---

# Why?

Because [@paper-1]. And so [@paper-1; @paper-2].

*Written by gpt-4o-mini and checked by Footnote.*

# And how?

So [@paper-2].

*Written by gpt-4o-mini and checked by Footnote.*

# References

- [@paper-1]: Paper 1. <https://example.org/1>
- [@paper-2]: Paper 2. <https://example.org/1>
`);
});

test("keys that pandoc would cut stand in braces, and a paper without an id is named by its address", () => {
  const turns = [
    {
      question: "Why?",
      answer: answer("A [1]. B [2].", {
        sources: [source(1, { paperId: "a--b." }), source(2, { paperId: undefined })],
      }),
    },
  ];
  expect(conversationMarkdown("T", turns)).toContain("A [@{a--b.}]. B (<https://example.org/2>).");
});

test("a conversation without sources has no list of them", () => {
  expect(
    conversationMarkdown("T", [{ question: "Hi", answer: answer("Hello.", { sources: [] }) }]),
  ).not.toContain("References");
});
