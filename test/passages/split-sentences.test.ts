import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span } from "../../src/domain/passage.ts";
import { loadPages } from "../../src/pages/load-pages.ts";
import { cleanText } from "../../src/papers/clean-text.ts";
import { splitSentences } from "../../src/passages/split-sentences.ts";
import { anyText, expectToCover } from "./covering.ts";

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }: Span) => text.slice(start, end));
}

test.each([
  "We follow West et al. (2022) and Anil et al. Johnson in this.",
  "The best models (e.g. GPT4o with DallE-3), i.e. Large ones, vs. Small ones, as in Fig. 3 and Sec. IV.",
  "Red-teamed according to the U.S. Executive Order by J. S. Bach in Washington D.C.",
  "Watch it at https://www.youtube.com/watch?v=KYs4nTDzEhk. at https://a.b/c.D?e=F! now.",
  "It gains 5.9% at v2.5.1, GPT-3.5 and .5 of it.",
  'We reformulate (e.g., "How to make it?" to "How did people make it?") which is often enough.',
  "It scores well on both (Avg. 80.1%). ",
  "It answers why? because it can! or so.",
  "Findings: 1. Models grow, 2. Data shrink.",
])("keeps %j in one piece", (sentence) => {
  expect(sentencesOf(sentence)).toEqual([sentence.trim()]);
});

test.each([
  ["One ends. Another begins.", ["One ends.", "Another begins."]],
  ["We follow West et al. We differ.", ["We follow West et al.", "We differ."]],
  ["Two problems. (i) First one. (ii) Second one.", ["Two problems.", "(i) First one.", "(ii) Second one."]],
  ["Two. (1) Models grow. (2) Data shrink.", ["Two.", "(1) Models grow.", "(2) Data shrink."]],
  ["It works. eDiff-I paints. mT5 reads.", ["It works.", "eDiff-I paints.", "mT5 reads."]],
  ["It is so. - We show it. * We tell it.", ["It is so.", "- We show it.", "* We tell it."]],
  ['He said "Stop." Then we (all of us.) Left.', ['He said "Stop."', "Then we (all of us.)", "Left."]],
  ["Is it? We cannot know! The end.", ["Is it?", "We cannot know!", "The end."]],
  ["The sea. [...] Her eyes.", ["The sea. [...]", "Her eyes."]],
  ["It takes 5 ms. Code: https://a.b/c. Done.", ["It takes 5 ms.", "Code: https://a.b/c.", "Done."]],
  ["这是一句。这是另一句。", ["这是一句。", "这是另一句。"]],
  [
    "A heading\n\nA hard-wrapped\nsentence of\r\nthree lines.",
    ["A heading", "A hard-wrapped\nsentence of\r\nthree lines."],
  ],
])("splits %j", (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test.each(["", " ", "\n\n \t"])("finds no sentence in %j", (text) => {
  expect(splitSentences(text)).toEqual([]);
});

test("splits the five pages' abstracts into sentences that begin and end like sentences", async () => {
  const { pages } = await loadPages(["seeds"]);
  for (const { abstract } of pages.flatMap((page) => page.entries)) {
    const text = cleanText(abstract);
    expectToCover(text, splitSentences(text));
    for (const sentence of sentencesOf(text)) {
      expect(sentence).toMatch(/^["'([]?[\p{Lu}\d(*-]/u);
      expect(sentence).toMatch(/[.?!\])"']$|https?:\/\/\S+$/);
      expect(sentence.length).toBeGreaterThan(8);
      expect(sentence.length).toBeLessThan(700);
    }
  }
});

test("covers any text", () => {
  fc.assert(fc.property(anyText, (text) => expectToCover(text, splitSentences(text))));
});
