import fc from "fast-check";
import { marked } from "marked";
import { expect, test } from "vitest";
import { escapeMarkdown } from "../../src/answer/escape-markdown.ts";

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
