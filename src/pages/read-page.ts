import { labelBlocks } from "./label-blocks.ts";
import { looksLikeLabel } from "./looks.ts";
import type { Page, PageEntry, PageProblem } from "./page.ts";
import { isHeaderLine, readPageHeader } from "./page-header.ts";
import { type Block, splitBlocks } from "./split-blocks.ts";

/** Enough of a text to find it again on the page. */
const EXCERPT_CHARACTERS = 60;

/**
 * Reads the text of a saved daily-papers page: a header, then titles and abstracts in turn. Never throws: whatever
 * doesn't fit is reported with its line, and the rest of the page is read in step again.
 */
export function readPage(name: string, text: string): Page {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const { bodyStart, ...header } = readPageHeader(lines);
  const blocks = splitBlocks(lines, bodyStart);
  const body = blocks.filter((block) => !isHeaderLine(block.text));
  const { entries, problems } = pairBlocks(name, body);
  const strayHeaders = blocks
    .filter((block) => isHeaderLine(block.text))
    .map((block) =>
      problem(name, block, "looks like a line of the page's header in among the papers; left out"),
    );
  const all = [...problems, ...strayHeaders].sort((one, other) => one.line - other.line);
  if (entries.length === 0) {
    all.push({ file: name, line: 1, message: "no paper on this page: no title followed by an abstract" });
  }
  return { name, ...header, entries, problems: all };
}

function pairBlocks(
  file: string,
  blocks: readonly Block[],
): { entries: PageEntry[]; problems: PageProblem[] } {
  const labels = labelBlocks(blocks);
  const entries: PageEntry[] = [];
  const problems: PageProblem[] = [];
  for (const [index, block] of blocks.entries()) {
    const title = labels[index - 1] === "title" ? blocks[index - 1] : undefined;
    if (labels[index] === "title") {
      if (labels[index + 1] !== "abstract")
        problems.push(problem(file, block, "a title without an abstract; left out"));
    } else if (title === undefined) {
      problems.push(problem(file, block, "an abstract without a title; left out"));
    } else {
      entries.push({ title: title.text, abstract: block.text, line: title.line });
      if (looksLikeLabel(block.text)) {
        const message = `taken as the abstract of ${excerpt(title.text)}, though it is short and ends without a full stop`;
        problems.push(problem(file, block, message));
      }
    }
  }
  return { entries, problems };
}

function problem(file: string, block: Block, what: string): PageProblem {
  return { file, line: block.line, message: `${excerpt(block.text)}: ${what}` };
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= EXCERPT_CHARACTERS
    ? `"${line}"`
    : `"${line.slice(0, EXCERPT_CHARACTERS).trimEnd()}…"`;
}
