import { Marked, type Tokens } from "marked";
import { plainText } from "./place-signs.ts";

/** One top-level block: its Markdown, and the HTML it makes, not yet sanitised. */
export interface MarkdownBlock {
  readonly source: string;
  toHtml(): string;
}

/**
 * Markdown as answers use it. HTML in it is text, an image is its description, a link goes to http or https or is text,
 * and every heading has the one level that stands below a question.
 */
const markdown = new Marked({
  gfm: true,
  tokenizer: { html: () => undefined, tag: () => undefined },
  renderer: {
    heading({ tokens }) {
      return `<h3>${this.parser.parseInline(tokens)}</h3>\n`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return /^https?:\/\//i.test(href) ? `<a href="${escapeHtml(plainText(href))}">${text}</a>` : text;
    },
    image: ({ text }: Tokens.Image) => escapeHtml(text),
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? "☑ " : "☐ "),
    code: ({ text }: Tokens.Code) => `<pre tabindex="0"><code>${escapeHtml(plainText(text))}</code></pre>\n`,
    codespan: ({ text }: Tokens.Codespan) => `<code>${escapeHtml(plainText(text))}</code>`,
    table(token) {
      const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => this.tablecell(cell)).join("");
      const head = `<thead><tr>${cells(token.header)}</tr></thead>`;
      const rows = token.rows.map((row) => `<tr>${cells(row)}</tr>`).join("");
      return `<div class="wide" tabindex="0"><table>${head}<tbody>${rows}</tbody></table></div>\n`;
    },
  },
});

/** Splits Markdown into its top-level blocks, so that while it grows only the last has to be made anew. */
export function markdownBlocks(text: string): readonly MarkdownBlock[] {
  return markdown
    .lexer(text)
    .filter((token) => token.type !== "space")
    .map((token) => ({ source: token.raw, toHtml: () => markdown.parser([token]) }));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
