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

/** The code that the reader stands in: a span opened by that many backticks, or a fence opened by that run. */
type Code = { readonly kind: CodeKind; readonly opener: string };

/** How far to go: `numbers` where that was a marker, `code` the state afterwards. Undefined: more text decides. */
type Step =
  | { readonly length: number; readonly numbers?: readonly number[]; readonly code?: Code | undefined }
  | undefined;

/**
 * Finds the markers of a Markdown draft that arrives in pieces of any size. Code, escaped brackets and links are left
 * alone; only what may be a marker, a code fence or an escape is held back until it is decided.
 */
export function createMarkerReader(): MarkerReader {
  let unread = "";
  let line = "";
  let code: Code | undefined;

  const read = (isFinal: boolean): DraftToken[] => {
    const tokens: DraftToken[] = [];
    while (unread !== "") {
      const step = code ? readCode(unread, line, code, isFinal) : readProse(unread, line, isFinal);
      if (step === undefined) break;
      const text = unread.slice(0, step.length);
      const kind = code?.kind ?? step.code?.kind;
      tokens.push(
        step.numbers
          ? { type: "marker", numbers: step.numbers }
          : { type: "text", text, ...(kind && { code: kind }) },
      );
      unread = unread.slice(step.length);
      line = text.includes("\n") ? text.slice(text.lastIndexOf("\n") + 1) : line + text;
      code = step.code;
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
    if (fence) return { length: fence[0].length, code: { kind: "fence", opener: ticks } };
    if (!isFinal && UNFINISHED_FENCE.test(unread)) return undefined;
  }
  const code: Code | undefined = ticks.startsWith("`") ? { kind: "span", opener: ticks } : undefined;
  return { length: ticks.length, code };
}

/** A span that isn't closed on its line was no code: holding it back to know would stop the stream. */
function readCode(unread: string, line: string, code: Code, isFinal: boolean): Step {
  if (code.kind === "fence") return readFenced(unread, line, code, isFinal);
  const plain = /^[^`\n]+/.exec(unread);
  if (plain) return { length: plain[0].length, code };
  if (unread.startsWith("\n")) return { length: 1 };
  const ticks = /^`+/.exec(unread)?.[0] ?? "";
  if (ticks.length === unread.length && !isFinal) return undefined;
  return { length: ticks.length, code: ticks === code.opener ? undefined : code };
}

const CLOSING_FENCE = /^[ \t>]*(`{3,}|~{3,})[ \t]*\n/;
const UNFINISHED_CLOSING_FENCE = /^[ \t>]*(?:`*|~*)[ \t]*$/;

function readFenced(unread: string, line: string, code: Code, isFinal: boolean): Step {
  if (line === "") {
    const closing = CLOSING_FENCE.exec(unread);
    if (closing?.[1]?.startsWith(code.opener)) return { length: closing[0].length };
    if (!isFinal && UNFINISHED_CLOSING_FENCE.test(unread)) return undefined;
  }
  return { length: unread.indexOf("\n") + 1 || unread.length, code };
}
