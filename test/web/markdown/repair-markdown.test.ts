import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownBlocks } from "../../../src/web/markdown/markdown-blocks.ts";
import { repairMarkdown } from "../../../src/web/markdown/repair-markdown.ts";

test.each([
  ["closes bold that is open", "A **bold wo", "A **bold wo**"],
  ["closes bold before a space", "A **bold ", "A **bold** "],
  ["waits with a sign that nothing follows", "A **", "A "],
  ["finishes a closing sign that is half there", "A **bold*", "A **bold**"],
  ["closes what is nested, innermost first", "*a **b", "*a **b***"],
  ["closes code, and leaves signs in it alone", "run `a ** b", "run `a ** b`"],
  ["waits with a marker that is half there", "So it is [1", "So it is "],
  ["waits with a marker's first bracket", "So it is [", "So it is "],
  ["keeps a whole marker", "So it is [1]", "So it is [1]"],
  ["shows a link's text while its address comes", "see [the code](https://exa", "see the code"],
  ["shows a link's text while its bracket is open", "see [the co", "see the co"],
  ["waits with a list bullet", "text\n\n- one\n-", "text\n\n- one"],
  ["waits with what could become a heading's underline", "text\n--", "text"],
  ["waits with a heading's signs", "text\n\n##", "text\n\n"],
  ["waits with a table until its second line is whole", "text\n\n| a | b |\n| --", "text\n\n"],
  ["waits with a closing fence that is half there", "```\ncode\n``", "```\ncode"],
  ["waits with a backslash", "a \\", "a "],
  ["takes a lone sign inside a word for itself", "5*3 and snake_case go", "5*3 and snake_case go"],
  ["leaves an escaped sign alone", "a \\*b", "a \\*b"],
  ["leaves whole text alone", "A **bold** word and `code`.", "A **bold** word and `code`."],
  ["leaves open fences alone", "```\na **b", "```\na **b"],
])("%s", (_, typed, whole) => {
  expect(repairMarkdown(typed)).toBe(whole);
});

const SAMPLE = `Hallucination is **not a bug** of *one* model: see [the paper](https://example.org/a_b) and \`x = a**b\`.

- **R-Tuning: a title**: “We construct *refusal-aware* data” [1]. “More” [1][2].
- Second item, with ~~old~~ new words

1. One
2. Two with **bold and *both* of them** at once

### A heading

| Paper | What |
| --- | --- |
| **One** | refuses |

\`\`\`ts
const a = [1];
\`\`\`

> A quotation with **weight** to it.
`;

function shownText(markdown: string): string {
  const html = markdownBlocks(markdown)
    .map((block) => block.toHtml())
    .join("");
  return html.replace(/<pre[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, "").replace(/<[^>]*>/g, "");
}

test("shows no raw sign at any moment of an answer's coming", () => {
  for (let length = 0; length <= SAMPLE.length; length += 1) {
    const shown = shownText(repairMarkdown(SAMPLE.slice(0, length))).replace(/\[\d\]/g, "");
    expect(shown, SAMPLE.slice(Math.max(0, length - 30), length)).not.toMatch(/[*[\]`|#>~]/);
  }
});

test("never takes back a word that has been shown", () => {
  const wordsOf = (length: number) =>
    shownText(repairMarkdown(SAMPLE.slice(0, length))).match(/\p{L}{2,}/gu) ?? [];
  for (let length = 1; length <= SAMPLE.length; length += 1) {
    expect(wordsOf(length).length).toBeGreaterThanOrEqual(wordsOf(length - 1).length);
  }
});

test("never throws, and changes only the end", () => {
  const bits = fc.constantFrom(
    "*",
    "**",
    "_",
    "`",
    "```",
    "[",
    "]",
    "(",
    ")",
    "|",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "#",
    "\\",
    "a",
    " ",
    "~~",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      expect(repairMarkdown(`${text}\n\nSo.`).startsWith(text) || /`{3}/.test(text)).toBe(true);
      repairMarkdown(text);
    }),
  );
});
