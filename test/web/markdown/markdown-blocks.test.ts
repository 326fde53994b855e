import { expect, test } from "vitest";
import { markdownBlocks } from "../../../src/web/markdown/markdown-blocks.ts";
import { markerSign } from "../../../src/web/markdown/place-signs.ts";

function htmlOf(markdown: string): string {
  return markdownBlocks(markdown)
    .map((block) => block.toHtml())
    .join("")
    .trim();
}

test("takes HTML for text", () => {
  expect(htmlOf('<img src=x onerror="run()"> a <b>c</b>\n\n<script>run()</script>')).toBe(
    "<p>&lt;img src=x onerror=&quot;run()&quot;&gt; a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;script&gt;run()&lt;/script&gt;</p>",
  );
});

test("shows an image as its description and a link elsewhere than http as its text", () => {
  expect(htmlOf("![a <pixel>](https://evil.example/p.png)")).toBe("<p>a &lt;pixel&gt;</p>");
  expect(htmlOf("[run](javascript:alert(1)) [mail](mailto:a@example.org) [data](data:text/html,x)")).toBe(
    "<p>run mail data</p>",
  );
  expect(htmlOf('[go](https://example.org/?a=1&b="2")')).toBe(
    '<p><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">go</a></p>',
  );
});

test("puts every heading on the one level below a question", () => {
  expect(htmlOf("# One\n\n#### Four")).toBe("<h3>One</h3>\n<h3>Four</h3>");
});

test("gives markers in code and addresses back as text", () => {
  const sign = markerSign(1, 3);
  expect(htmlOf(`\`a${sign}\``)).toBe("<p><code>a[1]</code></p>");
  expect(htmlOf(`\`\`\`\na${sign}\n\`\`\``)).toBe('<pre tabindex="0"><code>a[1]</code></pre>');
  expect(htmlOf(`[b](https://example.org/${sign})`)).toContain('href="https://example.org/');
});

test("splits into blocks whose Markdown joins to the whole, but for empty lines", () => {
  const sources = markdownBlocks("One\n\n- two\n- three\n\nfour").map(({ source }) => source.trim());
  expect(sources).toEqual(["One", "- two\n- three", "four"]);
});
