import { matchMarker } from "./marker-syntax.ts";

/** A piece of a draft: text to pass on unaltered, or a marker with the evidence numbers it names. */
export type DraftToken =
  | { readonly type: "text"; readonly text: string; readonly code?: CodeKind }
  | { readonly type: "marker"; readonly numbers: readonly number[] };

export interface MarkerReader {
  /** The tokens that are certain once this piece has arrived. */
  push(piece: string): readonly DraftToken[];
  /** The tokens still held back, now that nothing follows. */
  end(): readonly DraftToken[];
}

/** Text of a code span or of a fenced block, its backticks included. */
export type CodeKind = "span" | "fence";

/**
 * How far to go: `numbers` where that was a marker, `code` where it was code, `fence` the run of the fenced block that goes
 * on behind it. Undefined: more text decides.
 */
type Step =
  | {
      readonly length: number;
      readonly numbers?: readonly number[];
      readonly code?: CodeKind;
      readonly fence?: string;
    }
  | undefined;

/**
 * Finds the markers of a Markdown draft that arrives in pieces of any size. Code, escaped brackets and links are left
 * alone; only what may be a marker, code or an escape is held back until it is decided.
 */
export function createMarkerReader(): MarkerReader {
  let unread = "";
  let line = "";
  let fence: string | undefined;

  const read = (isFinal: boolean): DraftToken[] => {
    const tokens: DraftToken[] = [];
    while (unread !== "") {
      const step = fence ? readFenced(unread, line, fence, isFinal) : readProse(unread, line, isFinal);
      if (step === undefined) break;
      const text = unread.slice(0, step.length);
      tokens.push(
        step.numbers
          ? { type: "marker", numbers: step.numbers }
          : { type: "text", text, ...(step.code && { code: step.code }) },
      );
      unread = unread.slice(step.length);
      line = text.includes("\n") ? text.slice(text.lastIndexOf("\n") + 1) : line + text;
      fence = step.fence;
    }
    return tokens;
  };

  return {
    push(piece) {
      unread += piece;
      return read(false);
    },
    end: () => read(true),
  };
}

const PLAIN = /^[^\\`~[【［]+/;
const ESCAPED = /^\\[!-/:-@[-`{-~]/;
const TICKS = /^(?:`+|~+)/;
/** White space, quote marks and list markers: what may stand before a fence. */
const BEFORE_FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)*$/;
/** The info string is short; its limit bounds what is held back. */
const FENCE = /^(?:`{3,}[^`\n]{0,100}|~{3,}[^\n]{0,100})\n/;
const UNFINISHED_FENCE = /^(?:`{3,}[^`\n]{0,100}|~{3,}[^\n]{0,100})$/;

function readProse(unread: string, line: string, isFinal: boolean): Step {
  const plain = PLAIN.exec(unread);
  if (plain) return { length: plain[0].length };
  if (unread.startsWith("\\")) {
    if (unread.length === 1 && !isFinal) return undefined;
    return { length: ESCAPED.test(unread) ? 2 : 1 };
  }
  const ticks = TICKS.exec(unread)?.[0];
  if (ticks !== undefined) return readTicks(unread, ticks, line, isFinal);
  const match = matchMarker(unread, isFinal);
  if (match.kind === "undecided") return undefined;
  return match.kind === "marker" ? match : { length: match.length };
}

function readTicks(unread: string, ticks: string, line: string, isFinal: boolean): Step {
  if (ticks.length === unread.length && !isFinal) return undefined;
  if (ticks.length >= 3 && BEFORE_FENCE.test(line)) {
    const fence = FENCE.exec(unread);
    if (fence) return { length: fence[0].length, code: "fence", fence: ticks };
    if (!isFinal && UNFINISHED_FENCE.test(unread)) return undefined;
  }
  return ticks.startsWith("`") ? readSpan(unread, ticks, isFinal) : { length: ticks.length };
}

/** Longest inside of a code span with its closing backticks. It bounds what is held back. */
const MAX_SPAN_CHARACTERS = 300;
/** Quotation marks as LaTeX writes them, ``…'', after the opening pair. */
const LATEX_QUOTED = /^[^`\n]*''/;

/** A span closes on its line with a run of as many backticks; where it doesn't, they are text like any other. */
function readSpan(unread: string, ticks: string, isFinal: boolean): Step {
  const text: Step = { length: ticks.length };
  const rest = unread.slice(ticks.length, ticks.length + MAX_SPAN_CHARACTERS);
  if (ticks === "``" && LATEX_QUOTED.test(rest)) return text;
  const isWhole = isFinal && unread.length === ticks.length + rest.length;
  const line = /^[^\n]*/.exec(rest)?.[0] ?? "";
  const closing = [...line.matchAll(/`+/g)].find(([run]) => run === ticks);
  const end = closing && closing.index + ticks.length;
  if (end !== undefined && (end < rest.length || isWhole))
    return { length: ticks.length + end, code: "span" };
  const isDecided = isFinal || line.length < rest.length || rest.length === MAX_SPAN_CHARACTERS;
  return isDecided ? text : undefined;
}

const CLOSING_FENCE = /^[ \t>]*(`{3,}|~{3,})[ \t]*\n/;
const UNFINISHED_CLOSING_FENCE = /^[ \t>]*(?:`*|~*)[ \t]*$/;

function readFenced(unread: string, line: string, fence: string, isFinal: boolean): Step {
  if (line === "") {
    const closing = CLOSING_FENCE.exec(unread);
    if (closing?.[1]?.startsWith(fence)) return { length: closing[0].length, code: "fence" };
    if (!isFinal && UNFINISHED_CLOSING_FENCE.test(unread)) return undefined;
  }
  return { length: unread.indexOf("\n") + 1 || unread.length, code: "fence", fence };
}
