import type { CSL } from "@citation-js/core";
import type { Paper } from "../domain/paper.ts";
import { cslOf } from "./csl-of.ts";
import { escapeAddress, escapeLatex } from "./escape-latex.ts";
import type { AuthorName } from "./person-name.ts";

type FormatBibtex = (entry: CSL) => string;

let format: Promise<FormatBibtex> | undefined;

/** The paper as a BibTeX entry, UTF-8, with its `paperId` as the citation key. The first one loads citation-js. */
export async function bibtexOf(paper: Paper, url: string): Promise<string> {
  format ??= loadFormat();
  const { author = [], issued, title, id } = cslOf(paper, url);
  const text = (await format)({
    id,
    // An `@misc`: nothing is known of a journal, which an `@article` must name.
    type: "document",
    title: escapeLatex(title),
    ...(author.length > 0 && { author: author.map(escapeName) }),
    ...(issued && { issued: { "date-parts": [datePart(issued["date-parts"][0])] } }),
    URL: escapeAddress(url),
  });
  // The address again, and as text, where a `_` stops LaTeX.
  const entry = text.replace(/^\s*howpublished = .*\n/mu, "").trim();
  return `${entry.replace(TITLE, (_, before: string, words: string) => `${before}{{${withoutGroups(words)}}}`)}\n`;
}

const TITLE = /^(\s*title = )\{(.*)\}(?=,$)/mu;

/**
 * Braces around the whole title keep its capitals in every style. Those that citation-js sets around single words leave out
 * the first one and what follows a colon, which in these titles is a name (`TinyStories`, `DB-GPT`).
 */
function withoutGroups(words: string): string {
  return words.replace(/(?<!\\\p{L}*)\{([^{}\\]+)\}/gu, "$1");
}

async function loadFormat(): Promise<FormatBibtex> {
  const [{ plugins }] = await Promise.all([
    import("@citation-js/core"),
    import("@citation-js/plugin-bibtex"),
  ]);
  // Keys stay as they are, and so do letters: what must be escaped is escaped here, since citation-js drops what it doesn't know.
  Object.assign(plugins.config.get("@bibtex").format, {
    useIdAsLabel: true,
    checkLabel: false,
    asciiOnly: false,
  });
  return (entry) => String(plugins.output.format("bibtex", [entry]));
}

function escapeName(name: AuthorName) {
  return Object.fromEntries(Object.entries(name).map(([part, text]) => [part, escapeLatex(text)]));
}

function datePart(parts: readonly number[]): [number] | [number, number] | [number, number, number] {
  const [year = 0, month, day] = parts;
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
}
