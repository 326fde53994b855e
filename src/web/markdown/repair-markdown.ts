import { openDelimiters } from "./open-delimiters.ts";

/** The start of a leaf: what comes before can't be changed by what comes after. */
const LEAF_START = /^[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])[ \t]+)+/;

/** A last line that is still only the sign of a list, a task, quote, heading, rule or fence. */
const BARE_SIGN =
  /(?:^|\n)[ \t]*(?:[-*+>=~`_]+|#{1,6}|\d{1,9}[.)]?|(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]?\]?)[ \t]*$/;

/** An address may hold brackets in pairs. */
const LINK_IN_PROGRESS = /(?<!\\)!?\[([^\]\n]*)(?:\](?:\((?:[^()\n]|\([^()\n]*\))*(?:\([^()\n]*)?)?)?$/;

/** A backslash that may escape what comes, also at a line's end, or a character's name that is still coming. */
const HALF_CHARACTER = /(?<!\\)\\\n?[ \t]*$|&#?\w{0,10}$/;

/** Signs at the end that may go on; one that was escaped means itself. */
const LAST_RUN = /(?<!(?<!\\)(?:\\\\)*\\)[*_~`]+$/;

/** A last line that may become the head of a table without outer lines; a longer one, or one with a sentence's end, is prose. */
const OPEN_HEAD = /[ \t]\|(?:[ \t][^\n.]{0,120})?(?:\n[ \t:|-]*)?$/;

/**
 * Markdown that is still being typed, made whole for display: a half-typed marker, link or sign waits, and emphasis and
 * code that are open are closed, so that no raw `**`, `[` or backtick flickers by. Only for text that will go on.
 */
export function repairMarkdown(text: string): string {
  const start = lastParagraphStart(text);
  if (start === undefined) return text.replace(/\n[ \t]*`{1,2}$/, "");
  const paragraph = withoutHalfTable(text.slice(start));
  const held = paragraph.replace(BARE_SIGN, "");
  const leaf = lastLeafStart(held);
  return text.slice(0, start) + held.slice(0, leaf) + repairInline(held.slice(leaf));
}

/** Where the last paragraph starts; undefined inside an open code fence, where everything is literal. */
function lastParagraphStart(text: string): number | undefined {
  let fence: string | undefined;
  let start = 0;
  let lineStart = 0;
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const sign = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const nextLine = lineStart + line.length + 1;
    // The last line is still being typed: an empty one is not yet a blank one.
    const isBlank = line.trim() === "" && index < lines.length - 1;
    if (fence === undefined) {
      fence = sign;
      if (isBlank) start = nextLine;
    } else if (sign?.startsWith(fence)) {
      fence = undefined;
      start = nextLine;
    }
    lineStart = nextLine;
  }
  return fence === undefined ? Math.min(start, text.length) : undefined;
}

/** A table is one from its second line on, the one of dashes; until that is whole, the first waits. */
function withoutHalfTable(paragraph: string): string {
  if (/\n[ \t:|]*-[ \t:|-]*\n/.test(paragraph)) return paragraph;
  const head = /(?:^|\n)[ \t]*\|/.exec(paragraph);
  return head ? paragraph.slice(0, head.index) : paragraph.replace(OPEN_HEAD, "");
}

function lastLeafStart(paragraph: string): number {
  const lines = paragraph.split("\n");
  const last = lines.findLastIndex((line) => LEAF_START.test(line) || line.trimStart().startsWith("|"));
  if (last === -1) return 0;
  const before = lines.slice(0, last).join("\n").length + (last > 0 ? 1 : 0);
  const line = lines[last] ?? "";
  const sign = line.trimStart().startsWith("|")
    ? line.lastIndexOf("|") + 1
    : LEAF_START.exec(line)?.[0].length;
  return before + (sign ?? 0);
}

function repairInline(leaf: string): string {
  const whole = leaf
    .replace(HALF_CHARACTER, "")
    .replace(LINK_IN_PROGRESS, (written, label: string) =>
      /^\d*$/.test(label) && written !== `[${label}]` ? "" : isMarker(written) ? written : label,
    );
  const run = LAST_RUN.exec(whole)?.[0] ?? "";
  const words = whole.slice(0, whole.length - run.length);
  const closers = openDelimiters(words).reverse().join("");
  if (run !== "" && run === closers && /\S$/.test(words)) return whole;
  return words.trimEnd() === words
    ? words + closers
    : words.trimEnd() + closers + words.slice(words.trimEnd().length);
}

function isMarker(written: string): boolean {
  return /^\[\d+\]$/.test(written);
}
