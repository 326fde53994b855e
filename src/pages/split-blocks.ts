import { looksLikeTitle } from "./looks.ts";

/** A title or an abstract, not yet known which: the lines between two blank ones. `line` is its first, from 1. */
export interface Block {
  readonly text: string;
  readonly line: number;
}

/** No hard-wrapped line is this long, so a line that is has been saved unwrapped and holds a whole abstract. */
const UNWRAPPED_LINE_CHARACTERS = 300;

/**
 * Splits the lines from index `start` on into blocks. A hard-wrapped paragraph stays one block; a title directly above
 * an unwrapped abstract, without the blank line, starts a block of its own, and so does that abstract.
 */
export function splitBlocks(lines: readonly string[], start: number): Block[] {
  const blocks: { lines: string[]; line: number }[] = [];
  let isOpen = false;
  for (const [offset, text] of lines.slice(start).entries()) {
    const index = start + offset;
    if (text.trim() === "") isOpen = false;
    else if (isOpen && !startsBlock(lines, index, start)) blocks.at(-1)?.lines.push(text);
    else {
      blocks.push({ lines: [text], line: index + 1 });
      isOpen = true;
    }
  }
  return blocks.map((block) => ({ text: block.lines.join("\n").trim(), line: block.line }));
}

function startsBlock(lines: readonly string[], index: number, start: number): boolean {
  return isTitleAboveAbstract(lines, index) || (index > start && isTitleAboveAbstract(lines, index - 1));
}

function isTitleAboveAbstract(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1] ?? "";
  return (
    next.length >= UNWRAPPED_LINE_CHARACTERS && /^\s*\p{Lu}/u.test(next) && looksLikeTitle(lines[index] ?? "")
  );
}
