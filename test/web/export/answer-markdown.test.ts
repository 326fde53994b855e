import fc from "fast-check";
import { marked } from "marked";
import { expect, test } from "vitest";
import { answerMarkdown } from "../../../src/web/export/answer-markdown.ts";
import { answer, asked, citation, ORIGIN, source } from "./answers.ts";

const written = (...parts: Parameters<typeof asked>) => answerMarkdown(asked(...parts), ORIGIN);

test("an answer's markers stay numbers, whose papers, quotes and doubts stand in one list", () => {
  const text =
    "Because [1]. And **so** it goes on and on, through many more words than one needs [1][2].\n\n- But no [2].";
  const spans = (start: string) => {
    const answerStart = text.indexOf(start);
    return { answerStart, answerEnd: text.indexOf(".", answerStart) + 1 };
  };
  const doubtful = answer(text, {
    sources: [
      source(1, { published: "2024-07-30" }),
      source(2, { featuredOn: "Jul 30", title: "A question?", url: "/papers/two" }),
    ],
    citations: [
      citation(1, "It is so.", spans("Because")),
      citation(1, "It is so.", { citationId: "again", ...spans("And"), verdict: "weak" }),
      citation(2, "It may be.", { ...spans("And"), verdict: "weak" }),
      citation(2, "It may be.", { citationId: "no", ...spans("- But"), verdict: "unsupported" }),
    ],
  });
  expect(written(doubtful)).toBe(`# Why?

${text}

*Written by gpt-4o-mini and checked by Footnote.*

## Sources

- [1] Paper 1. 30 July 2024. <https://example.org/1>
    - “It is so.” (supports “And so it goes on and on, through many more words than one …” only in part)
- [2] A question? Date of publication unknown, featured on a page of 30 July. <http://footnote.test/papers/two>
    - “It may be.” (supports “And so it goes on and on, through many more words than one …” only in part; doesn’t support “But no.”)
`);
});

test("what a question was limited to stands below it", () => {
  expect(written(answer("A."), { filter: { paperIds: ["a", "b"] } })).toContain(
    "# Why?\n\n*Asked of 2 papers only*\n\nA.",
  );
  expect(written(answer("A."), { filter: { sources: ["[a](b)"] } })).toContain(
    "*Asked of the page \\[a\\](b) only*",
  );
});

test("links to the page's own paths lead there from anywhere, others and code stay", () => {
  const text =
    "[All](/papers?query=a) [one](</papers/a>) [two] [out](//e.org/x) [web](https://e.org/) `[c](/d)` \\](/no)\n\n[two]: /papers/b";
  expect(written(answer(text))).toContain(
    "[All](http://footnote.test/papers?query=a) [one](<http://footnote.test/papers/a>) [two] [out](//e.org/x) " +
      "[web](https://e.org/) `[c](/d)` \\](/no)\n\n[two]: http://footnote.test/papers/b",
  );
});

test("a marker makes no link of what follows it", () => {
  const html = (text: string) => String(marked.parse(answerMarkdown(asked(answer(text)), ORIGIN)));
  expect(html("So [1](https://evil.example).")).not.toContain('href="https://evil.example">1');
  expect(html("[1]: /evil\n\nSo [1].")).not.toContain(">1</a>");
  expect(written(answer("As in [1]: so."))).toContain("As in [1]: so.");
});

test("what is no marker stays: in code, escaped, of another number, in a formula", () => {
  const text = "See `a[1]`, \\[1], [7], $\\sqrt[2]{x}$ and [2].\n\n```\nb[1]\n```";
  expect(written(answer(text))).toContain(text);
});

test("HTML, images and footnotes of the text's own are text", () => {
  const text = written(answer("<img src=x> ![a](https://e.org/b.png) [^9] and `<b>` [1]"));
  expect(text).toContain("\\<img src=x> \\!\\[a](https://e.org/b.png) \\[^9] and `<b>` [1]");
  expect(String(marked.parse(text))).not.toMatch(/<img/);
});

test("a refusal is named, so are open parts, a stop and a failure", () => {
  const refused = answer("Nothing.", {
    sources: [],
    outcome: { kind: "refused", reason: "not-stated", missing: ["what it *cost*"], nearest: [] },
  });
  const text = written(refused);
  expect(text).toContain("**Not stated in these papers**\n\nNothing.");
  expect(text).toContain("What these papers don’t answer:\n\n- what it \\*cost\\*");
  expect(text).not.toContain("Written by");
  expect(text).not.toContain("Sources");
  expect(written(answer("A", { phase: "stopped", outcome: undefined }))).toContain("was stopped");
  expect(written(answer("A", { phase: "failed", failure: "It [broke]." }))).toContain("*It \\[broke\\].*");
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
  const text = answerMarkdown(asked(state, { question: hostile }), ORIGIN);
  const html = String(marked.parse(text.split("## Sources\n\n")[1] ?? ""));
  const own = /<a href="(https:\/\/evil\.example)">\1<\/a>/g;
  expect(html.replace(own, "")).not.toMatch(/<(?!\/?(?:ul|li)>)/);
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(String(marked.parse(text.split("\n\n")[0] ?? ""))).toMatch(
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
      const list = written(state).split("## Sources\n\n")[1] ?? "";
      expect(String(marked.parse(list))).toMatch(/^<ul>\n<li>[^<]*<\/li>\n<\/ul>\n$/);
    }),
    { numRuns: 2000 },
  );
});
