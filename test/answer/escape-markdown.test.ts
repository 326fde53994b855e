import fc from "fast-check";
import { marked } from "marked";
import { expect, test } from "vitest";
import { escapeMarkdown } from "../../src/answer/escape-markdown.ts";
import { quotedFormulas } from "../../src/answer/quoted-formula.ts";
import { findFormulas } from "../../src/web/math/find-formulas.ts";

/** What a reader sees of a paragraph's HTML. */
function seen(html: string): string {
  return html
    .replace(/<\/?p>|\n$/gu, "")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'")
    .replace(/&amp;/gu, "&")
    .trim();
}

test.each([
  "**bold** and _emphasis_ and `code`",
  "an [image](a.png) and ![](//example.org/b.png)",
  "<img src=x onerror=alert(1)> and <b>bold</b>",
  "F* programs, in F*, with ell_2 and R_y(x_0)",
  "cited as [1], [2] and [^3]",
  "a \\[1\\] that was escaped, &lt;b&gt; and ~~gone~~",
])("%s is seen as it stands", (text) => {
  expect(seen(String(marked.parse(`x “${escapeMarkdown(text)}” y`)))).toBe(`x “${text}” y`);
});

test("plain text, names with underscores and comparisons are left as they are", () => {
  for (const text of ["ell_2 norm", "from ~50% to ~6%", "p < 0.05 & more", "F* programs", "GPT-4 (64%)"]) {
    expect(escapeMarkdown(text)).toBe(text);
  }
});

test("an address is linked as far as it goes, and no image is made of it", () => {
  const html = String(
    marked.parse(
      `“${escapeMarkdown("code at https://example.org/a_b*c, ![](https://example.org/d.png)")}” [1].`,
    ),
  );
  expect([...html.matchAll(/href="([^"]*)"/gu)].map(([, address]) => address)).toEqual([
    "https://example.org/a_b*c",
    "https://example.org/d.png",
  ]);
  expect(html).not.toContain("<img");
});

test.each([
  "runs in $O(n^2)$ time, for $x \\in [0, 1]$",
  "a loss $\\mathcal{L}_{x}$ over \\(x_i \\in X\\)",
  "the sum $$\\sum_{i=1}^{n} x_i$$ of all",
])("%s keeps its formula", (text) => {
  expect(escapeMarkdown(text)).toBe(text);
});

test("money, prose between dollars and formulas that hold markup are escaped like any text", () => {
  expect(escapeMarkdown("from $5 to $10, an_ end$ *c*")).toBe("from $5 to $10, an\\_ end$ \\*c*");
  expect(escapeMarkdown("$x [1] y$ and $<b>$ and $[a](b)$")).toBe("$x \\[1] y$ and $\\<b>$ and $\\[a](b)$");
});

test("no text can bring HTML, an image or a marker into an answer", () => {
  const pieces = fc.constantFrom(
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "b",
    "1",
    "\\",
    "&",
    "~",
    " ",
    "img",
    "/",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const escaped = escapeMarkdown(parts.join(""));
      expect(String(marked.parse(`x “${escaped}” y`))).not.toMatch(/<(?!\/?p>)/u);
      expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*\[\d+\]/u);
    }),
    { numRuns: 3000 },
  );
});

test("a formula can bring no HTML, link, image or marker either", () => {
  const pieces = fc.constantFrom(
    "$",
    "$$",
    "$x",
    "$ ",
    "*",
    "_",
    "`",
    "[1]",
    "](",
    "![",
    "<b>",
    "\\",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "^",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const escaped = escapeMarkdown(parts.join(""));
      expect(String(marked.parse(`x “${escaped}” y`))).not.toMatch(/<(?!\/?(?:p|em|strong)>)/u);
      expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*\[\d+\]/u);
    }),
    { numRuns: 20_000 },
  );
});

test("the page finds the formulas that were left", () => {
  const pieces = fc.constantFrom(
    "$x_{i}$",
    "$\\alpha + b_c$,",
    "$5",
    "$10,",
    "of the",
    "\\(a_b\\)",
    "n_",
    "US$",
    "*",
    "$$y^2$$",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const text = parts.join(" ");
      const left = quotedFormulas(text).map(({ start, end }) => text.slice(start, end));
      const escaped = escapeMarkdown(text);
      const found = findFormulas(escaped, { isMarkdown: true }).formulas.map(({ start, end }) =>
        escaped.slice(start, end),
      );
      expect(found).toEqual(expect.arrayContaining(left));
    }),
    { numRuns: 3000 },
  );
});
