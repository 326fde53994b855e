import fc from "fast-check";
import { marked } from "marked";
import { expect, test } from "vitest";
import { answerMarkdown } from "../../../src/web/export/answer-markdown.ts";
import { answer, citation, source } from "./answers.ts";

test("an answer's markers become footnotes with papers, quotes and doubts in words", () => {
  const written = answerMarkdown(
    "Why?",
    answer("Because [1]. And so [1][2].", {
      sources: [
        source(1, { published: "2024-07-30" }),
        source(2, { featuredOn: "Jul 30", title: "A question?" }),
      ],
      citations: [
        citation(1, "It is so."),
        citation(1, "It is so.", { citationId: "again" }),
        citation(2, "It may be.", { verdict: "weak" }),
        citation(2, "It is not.", { verdict: "unsupported" }),
      ],
    }),
  );
  expect(written).toBe(`# Why?

Because [^1]. And so [^1][^2].

[^1]: Paper 1. 30 July 2024. <https://example.org/1>

    “It is so.”

[^2]: A question? featured Jul 30. <https://example.org/2>

    “It may be.” (The quote supports this sentence only in part.)

    “It is not.” (The quote doesn't support this sentence.)

*Written by gpt-4o-mini and checked by Footnote.*
`);
});

test("what is no marker stays: in code, escaped, of another number, in a formula", () => {
  const text = "See `a[1]`, \\[1], [7], $\\sqrt[2]{x}$ and [2].\n\n```\nb[1]\n```";
  expect(answerMarkdown("Why?", answer(text))).toContain(
    "See `a[1]`, \\[1], [7], $\\sqrt[2]{x}$ and [^2].\n\n```\nb[1]\n```",
  );
});

test("HTML, images and footnotes of the text's own are text", () => {
  const written = answerMarkdown("Why?", answer("<img src=x> ![a](https://e.org/b.png) [^9] and `<b>` [1]"));
  expect(written).toContain("\\<img src=x> \\!\\[a](https://e.org/b.png) \\[^9] and `<b>` [^1]");
  expect(String(marked.parse(written))).not.toMatch(/<img/);
});

test("a refusal is named, so are open parts, a stop and a failure", () => {
  const refused = answer("Nothing.", {
    sources: [],
    outcome: { kind: "refused", reason: "not-stated", missing: ["what it *cost*"], nearest: [] },
  });
  const written = answerMarkdown("Why?", refused);
  expect(written).toContain("**Not stated in these papers**\n\nNothing.");
  expect(written).toContain("What these papers don’t answer:\n\n- what it \\*cost\\*");
  expect(written).not.toContain("Written by");
  expect(answerMarkdown("Why?", answer("A", { phase: "stopped", outcome: undefined }))).toContain(
    "was stopped",
  );
  expect(answerMarkdown("Why?", answer("A", { phase: "failed", failure: "It [broke]." }))).toContain(
    "*It \\[broke\\].*",
  );
});

test.each([
  "](javascript:alert(1)) [x](https://evil.example)",
  "<img src=x onerror=alert(1)>",
  "# A heading\n\n- a list\n\n```\ncode",
  "**bold** _and_ ~~gone~~ | a | b |",
  "1. one [^1] [1] [@key] @key $x$ \\input{file}",
  "&lt;b&gt; <https://evil.example>",
])("a title or quote such as %j is text", (hostile) => {
  const state = answer("So [1].", {
    sources: [source(1, { title: hostile, url: "javascript:[x](y)" })],
    citations: [citation(1, hostile)],
  });
  const footnote = answerMarkdown(hostile, state).split("[^1]: ")[1] ?? "";
  const html = String(marked.parse(footnote.split("\n\n*Written")[0]?.replace(/^ {4}/gm, "") ?? ""));
  const own = /<a href="(https:\/\/evil\.example)">\1<\/a>/g;
  expect(html.replace(own, "")).not.toMatch(/<(?!\/?p>)/);
  expect(String(marked.parse(answerMarkdown(hostile, state).split("\n\n")[0] ?? ""))).toMatch(
    /^<h1>[^<]*(?:<a href="(https:[^"]*)">\1<\/a>[^<]*)?<\/h1>\n$/,
  );
});

test("no title brings markup, whatever it holds", () => {
  const bits = fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "*",
    "_",
    "`",
    "<",
    ">",
    "b",
    "1",
    ".",
    "#",
    "-",
    "+",
    "!",
    "\n",
    " ",
    "~",
    "|",
    "\\",
    "&",
    "amp;",
    "=",
  );
  fc.assert(
    fc.property(fc.array(bits, { minLength: 1, maxLength: 20 }), (parts) => {
      const state = answer("So [1].", { sources: [source(1, { title: `${parts.join("")}x`, url: "" })] });
      const footnote = (answerMarkdown("Why?", state).split("[^1]: ")[1] ?? "").split("\n")[0] ?? "";
      expect(String(marked.parse(footnote))).toMatch(/^<p>[^<]*<\/p>\n$/);
    }),
    { numRuns: 2000 },
  );
});
