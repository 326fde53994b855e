import { codeEnd } from "./code-end.ts";
import { isProse } from "./is-prose.ts";

/** A LaTeX formula in a text: `start..end` is the formula with its delimiters, `tex` what stands between them. */
export interface Formula {
  readonly start: number;
  readonly end: number;
  readonly tex: string;
  /** Whether it is set on a line of its own. */
  readonly isDisplay: boolean;
}

/** The formulas of a text; `openAt` is where, in a text that grows, something starts that may become one. */
export interface FoundFormulas {
  readonly formulas: readonly Formula[];
  readonly openAt: number | undefined;
}

/** How a text is read. */
export interface FormulaReading {
  /** In Markdown, code holds no formula. */
  readonly isMarkdown?: boolean;
  /** Whether more of the text is to come. */
  readonly isGrowing?: boolean;
  /** Offsets of citation markers, which no formula holds. */
  readonly markers?: readonly number[];
}

/** Characters of a formula; a longer one is shown as it was written. */
const MAX_LENGTH = 2000;

/** What has to be looked at: code, addresses (a dollar in one is its own), escapes and opening delimiters. */
const SIGN = /^ {0,3}(?:`{3,}|~{3,})|`+|https?:\/\/[^\s<>]*|\\[\s\S]?|\$\$?/gm;

/**
 * The formulas that stand between `$…$`, `$$…$$`, `\(…\)` or `\[…\]`, none of them across a blank line. A dollar opens
 * one only directly before a sign, and closes it only directly behind one and not before a digit, as in pandoc; money,
 * running prose and escaped brackets are none.
 */
export function findFormulas(text: string, reading: FormulaReading = {}): FoundFormulas {
  const formulas: Formula[] = [];
  const signs = new RegExp(SIGN);
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    const [sign] = match;
    const place = { text, start: match.index, from: match.index + sign.length };
    if (/[`~]$/.test(sign)) {
      if (reading.isMarkdown) signs.lastIndex = codeEnd(text, match.index, sign);
    } else if (sign === "\\" && reading.isGrowing) {
      return { formulas, openAt: match.index };
    } else {
      const found = OPENINGS[sign] && readFormula(place, OPENINGS[sign], reading);
      if (found === "open" && reading.isGrowing) return { formulas, openAt: match.index };
      if (typeof found !== "object") continue;
      formulas.push(found);
      signs.lastIndex = found.end;
    }
  }
  return { formulas, openAt: undefined };
}

interface Opening {
  readonly closing: string;
  readonly isDisplay: boolean;
}

const OPENINGS: Readonly<Record<string, Opening>> = {
  $: { closing: "$", isDisplay: false },
  $$: { closing: "$$", isDisplay: true },
  "\\(": { closing: "\\)", isDisplay: false },
  "\\[": { closing: "\\]", isDisplay: true },
};

/** `open` where the text ends before it can be told. */
function readFormula(
  { text, start, from }: { readonly text: string; readonly start: number; readonly from: number },
  { closing, isDisplay }: Opening,
  { isGrowing = false, markers = [] }: FormulaReading,
): Formula | "open" | "none" {
  const close = closingPlace(text, from, closing);
  const tex = text.slice(from, Math.min(close ?? text.length, from + MAX_LENGTH + 1));
  if (tex.length > MAX_LENGTH || /\n[ \t]*\n/.test(tex) || holdsMarker(text, from, tex, markers))
    return "none";
  if (closing !== "$$" && isProse(tex)) return "none";
  if (closing === "$" && /^\s/.test(tex)) return "none";
  if (closing === "\\]" && isEscapedBracket(tex, close !== undefined)) return "none";
  if (close === undefined) return "open";
  const end = close + closing.length;
  if (tex.trim() === "" || (closing === "$" && /\s$/.test(tex))) return "none";
  if (closing === "$" && isGrowing && end === text.length) return "open";
  if (closing === "$" && /\d/.test(text.charAt(end))) return "none";
  return { start, end, tex, isDisplay };
}

function closingPlace(text: string, from: number, closing: string): number | undefined {
  const signs = /\\[\s\S]|\$\$?/g;
  signs.lastIndex = from;
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    if (match.index - from > MAX_LENGTH) return undefined;
    if (match[0] === closing || (closing === "$" && match[0] === "$$")) return match.index;
  }
  return undefined;
}

/** A bracket in a formula is no marker where it belongs to a command: `\sqrt[3]{x}`, `\\[2pt]`. */
function holdsMarker(text: string, from: number, tex: string, markers: readonly number[]): boolean {
  return markers.some(
    (offset) =>
      offset >= from && offset < from + tex.length && !/\\(?:[a-z]+|\\)$/i.test(text.slice(from, offset)),
  );
}

/** `\[` also is how Markdown writes a bracket that means itself: such a one holds no sign of a formula. */
function isEscapedBracket(tex: string, isClosed: boolean): boolean {
  return /^[^\\^_={}<>+|(]*\]/.test(tex) || (isClosed && !/[\\^_={}<>+|]/.test(tex));
}
