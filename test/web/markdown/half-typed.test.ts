import { describe, expect, test } from "vitest";
import { markPlaces } from "../../../src/web/markdown/mark-places.ts";
import { markdownBlocks } from "../../../src/web/markdown/markdown-blocks.ts";
import { splitSigns } from "../../../src/web/markdown/place-signs.ts";
import { repairMarkdown } from "../../../src/web/markdown/repair-markdown.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** What a reader sees of an answer so far: without markers, a formula as its letters. */
function shown(text: string, isGrowing: boolean): { readonly outside: string; readonly all: string } {
  const marked = markPlaces(text, { numbers: new Set([1, 2, 3]), sentences: [], isGrowing });
  const html = markdownBlocks(isGrowing ? repairMarkdown(marked) : marked)
    .map((block) => block.toHtml())
    .join("");
  return {
    outside: visible(html.replace(/<pre[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, "")),
    all: visible(html),
  };
}

function visible(html: string): string {
  const text = html.replace(/<[^>]*>/g, "").replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);
  return splitSigns(text)
    .map((piece) =>
      piece.kind === "formula" ? piece.source.replace(/[^\p{L}]/gu, "") : "text" in piece ? piece.text : "",
    )
    .join("");
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

const RAW_SIGNS = [
  /\*\*/g,
  /\*/g,
  /`/g,
  /\[(?!\d)/g,
  /\]\(/g,
  /\|\s*-/g,
  /\|/g,
  /\$/g,
  /~~/g,
  /#/g,
  /\\/g,
  /_/g,
];

const SAMPLES: Readonly<Record<string, string>> = {
  "nested lists":
    "Three parts:\n\n- one\n  - deeper **bold** word\n    - deepest `code` here\n  - back\n- two\n\n1. first\n2. second\n   - inner *emphasis*\n   continues\n3. third [1].\n",
  "lists with stars and pluses": "* one\n* **two**: three\n+ plus\n+ more *words*\n\nEnd of it.",
  "bold, code and links":
    "A **bold `code` and [a link](https://example.org/a_b_(c)) inside** then `x = a**b` and *emphasis with **bold** in it* and ***both***. See <https://example.org/auto> too.",
  "emphasis of every kind":
    "__bold__ and _emphasis_ and ~~old~~ new, snake_case_name, 5*3*2, a * b * c, 2 ** 3 and f(x)_y.",
  tables:
    "Before:\n\n| Paper | What | Value |\n| :--- | :---: | ---: |\n| **R-Tuning** | refuses [1] | `34.7%` |\n| Other | *says* [2][3] | $x^2$ |\n\nAfter the table.",
  "a table without outer pipes": "Paper | What\n--- | ---\nOne | refuses\nTwo | says\n\nAfter.",
  fences:
    "Code:\n\n```ts\nconst a = [1];\nconst b = `$" +
    "{a}**`;\n```\n\nThen ~~~ text.\n\n~~~\n$x$ | y\n~~~\n\nDone.",
  "fences in lists": "- one:\n\n  ```py\n  x = a[1] ** 2\n  ```\n- two\n",
  headings:
    "# First **bold** heading\n\nText.\n\n## Second `code`\nMore text\n\nThird\n=====\n\nFourth\n---\n\nEnd.",
  quotes:
    "> A quotation with **weight** [1].\n> Second line\n>\n> - a list\n> - in it\n\nAfter “a quote with [brackets] in it” [2].",
  "escaped signs": "A \\*star\\*, a \\[bracket\\], \\`tick\\`, \\_line\\_ and \\$5 and \\\\ too.",
  images: "An image ![of a graph](https://example.org/g.png) and ![](x) and [an empty]() link.",
  rules: "Above\n\n---\n\nBetween\n\n***\n\nBelow\n\n___\n\nEnd",
  "inline formulas":
    "It runs in $O(n \\log n)$ time [1], where $\\mathcal{L}_{x} + a_b_c * d * e$ is the loss and \\(x_i \\in \\{1, 2\\}\\) holds [2]. Also $f$, **bold $y_1$ here** and *$z$*.",
  "display formulas":
    "The loss is\n\n$$\n\\sum_{i=1}^{n} x_i | y_i\n$$\n\nand then\n\n\\[\na = b + c_{d}\n\\]\n\nso $$x$$ too.\n\n- item $q_1$\n- \\[ e = mc^2 \\] inside",
  "money, not formulas":
    "It costs $5 and not $10. From $3 million to $4 million, US$ 20, $100/month, or about $7.50 each; then $x_1$ again.\n\nThe end costs $9.",
  "dollars in code and addresses": "Set `$HOME` and `a$b$c` and https://example.org/?a=$b&c=$d then $x$.",
  "brackets that are none":
    "An array a[0], a placeholder [7], a set [a, b], a note [^1] and [sic] remain [1].",
  "line breaks": "One line  \nand another\\\nand **bold\nover lines** and `code\nover lines` end.",
  "hostile signs":
    "<img src=x> **<b>bold</b>** & &amp; &lt; <!-- no --> <https://e.org> [x](javascript:alert(1)) end.",
  "unclosed signs":
    "A **bold that never ends\n\nA `code that never ends\n\nA [link that never ends\n\nA $formula that never ends\n\nThe end.",
  "task lists": "- [ ] open **task**\n- [x] done\n- [link](https://example.org) in an item\n",
  "the answers of Footnote":
    "- **R-Tuning: Teaching Large Language Models**: “We construct *refusal-aware* data, 3 \\* 4” [1]. “More \\_words\\_ here” [1][2].\n- **Know the Unknown**: “In the first stage, we guide $\\theta_1$” [3].",
};

describe("while an answer is typed", () => {
  test.each(Object.keys(SAMPLES))("%s show no sign that they end without, and take no word back", (name) => {
    const sample = SAMPLES[name] ?? "";
    const whole = shown(sample, false);
    let before = "";
    for (let length = 0; length <= sample.length; length += 1) {
      const now = shown(sample.slice(0, length), true);
      const typed = JSON.stringify(sample.slice(Math.max(0, length - 40), length));
      for (const sign of RAW_SIGNS) {
        const most = whole.outside.match(sign)?.length ?? 0;
        const raw = now.outside.match(sign)?.length ?? 0;
        expect.soft(raw, `${sign} behind ${typed}: ${now.outside.slice(-60)}`).toBeLessThanOrEqual(most);
      }
      expect
        .soft(
          letters(now.all).startsWith(before),
          `word taken back at ${typed}: ${now.all.slice(-60)} | ${before.slice(-40)}`,
        )
        .toBe(true);
      before = letters(now.all);
    }
    expect
      .soft(
        letters(whole.all).startsWith(before),
        `word taken back at the end of ${name}: ${before.slice(-60)}`,
      )
      .toBe(true);
  });
});
