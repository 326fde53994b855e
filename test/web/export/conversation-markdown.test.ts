import { expect, test } from "vitest";
import { conversationMarkdown } from "../../../src/web/export/conversation-markdown.ts";
import { answer, asked, citation, ORIGIN, source } from "./answers.ts";

test("a conversation cites by the papers' ids; below each answer stand its papers with their quotes and doubts", () => {
  const turns = [
    asked(
      answer("Because [1]. And so [1] [2].", {
        citations: [
          citation(1, "It is so.", { answerEnd: 12 }),
          citation(2, "It may be.", { answerStart: 13, answerEnd: 28, verdict: "weak" }),
        ],
      }),
    ),
    asked(answer("So [1].", { sources: [source(1, { paperId: "paper-2", title: "Paper 2" })] }), {
      question: "And how?",
      filter: { sources: ["002.txt"] },
    }),
  ];
  expect(conversationMarkdown('About "it": all', turns, ORIGIN)).toBe(`---
title: "About \\"it\\": all"
bibliography: references.bib
reference-section-title: References
---

# Why?

Because [@paper-1]. And so [@paper-1; @paper-2].

*Written by gpt-4o-mini and checked by Footnote.*

## Sources

- Paper 1. [@paper-1]
    - “It is so.”
- Paper 2. [@paper-2]
    - “It may be.” (supports “And so.” only in part)

# And how?

*Asked of the page 002.txt only*

So [@paper-2].

*Written by gpt-4o-mini and checked by Footnote.*

## Sources

- Paper 2. [@paper-2]
`);
});

test("keys that pandoc would cut stand in braces, and a paper without an id is named by its address", () => {
  const turns = [
    asked(
      answer("A [1]. B [2].", {
        sources: [source(1, { paperId: "a--b." }), source(2, { paperId: undefined, url: "/papers/b" })],
      }),
    ),
  ];
  expect(conversationMarkdown("T", turns, ORIGIN)).toContain(
    "A [@{a--b.}]. B (<http://footnote.test/papers/b>).",
  );
});

test("links to the page's own paths lead there from anywhere", () => {
  const turns = [asked(answer("See [all](/papers?query=a) [1](x)."))];
  expect(conversationMarkdown("T", turns, ORIGIN)).toContain(
    "See [all](http://footnote.test/papers?query=a) [@paper-1] (x).",
  );
});

test("a conversation without sources has no list of them", () => {
  expect(conversationMarkdown("T", [asked(answer("Hello.", { sources: [] }))], ORIGIN)).not.toContain(
    "Sources",
  );
});
