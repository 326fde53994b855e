import { MARKER_CHARACTER } from "./draft-shape.ts";

/** How far a sentence has been read without an end in sight. */
export interface SentenceScan {
  readonly at: number;
  readonly open: OpenMarks;
}

/** Quotation marks and bold that have been opened; no sentence ends inside them. */
interface OpenMarks {
  readonly quotes: number;
  readonly isStraightQuoteOpen: boolean;
  readonly isBoldOpen: boolean;
}

const NONE_OPEN: OpenMarks = { quotes: 0, isStraightQuoteOpen: false, isBoldOpen: false };

export const SENTENCE_START: SentenceScan = { at: 0, open: NONE_OPEN };

const STOPS = ".!?。！？";
/** These need no space after them. */
const WIDE_STOPS = "。！？";
/** What may stand between a stop and the end of its sentence: closing quote marks, brackets, emphasis, markers. */
const CLOSERS = `”"’')]}*_»」』${MARKER_CHARACTER}`;

/**
 * Looks for the end (exclusive, with closing quote marks and directly following markers) of the sentence that starts at
 * 0 of `shape`, a draft's text with its code and its markers masked. A line's end is a sentence's; a stop inside a
 * quotation or bold, after an abbreviation or before a lower-case letter is not. Gives the place to go on from where the
 * end can't be told before more text arrives; `isFinal` says that none will.
 */
export function findSentenceEnd(
  shape: string,
  scan: SentenceScan,
  isFinal: boolean,
): { readonly end: number } | SentenceScan {
  let { at, open } = scan;
  while (at < shape.length) {
    const character = shape.charAt(at);
    if (character === "\n") return { end: at };
    const isStop = STOPS.includes(character) && !isFalseStop(shape, at);
    const closed = isStop ? readClosers(shape, at + 1, open) : undefined;
    if (closed) {
      const verdict = endsAt(shape, closed, WIDE_STOPS.includes(character), isFinal);
      if (verdict === "undecided") return { at, open };
      if (verdict === "ends") return { end: closed.at };
    }
    open = closed?.open ?? afterCharacter(open, shape, at);
    at = closed?.at ?? at + 1;
  }
  return isFinal ? { end: shape.length } : { at, open };
}

/** Markers that follow a sentence, the punctuation behind them, and what comes next. */
const MARKERS_AFTER = new RegExp(`^(\\s*)(${MARKER_CHARACTER}+[.!?。]*)([^\\S\\n]*)(.?)`, "s");

/**
 * Where a sentence without a marker, which ends at `end` of `shape`, ends with the markers behind its stop: those that
 * stand alone there or on the next line, and those that open no sentence of their own. Undefined where none follow.
 */
export function endWithMarkers(
  shape: string,
  end: number,
  isFinal: boolean,
): number | "undecided" | undefined {
  const rest = shape.slice(end);
  const [, lead = "", markers = "", gap = "", next = ""] = MARKERS_AFTER.exec(rest) ?? [];
  if (markers === "") return isFinal || /\S/.test(rest) ? undefined : "undecided";
  if (next === "" && !isFinal) return "undecided";
  const isAlone = next === "" || next === "\n";
  const opensSentence = gap === "" || /\p{Ll}/u.test(next);
  const isOnItsLine = lead.includes("\n") && !/[.!?。]$/.test(markers);
  const belongs = isAlone || (!opensSentence && !isOnItsLine);
  return belongs ? end + lead.length + markers.length : undefined;
}

type Ending = "ends" | "goes on" | "undecided";

/** What follows a stop and its closers: a gap, perhaps markers, then the character that tells. */
const FOLLOWING = new RegExp(`^([^\\S\\n]*)(${MARKER_CHARACTER}*)([^\\S\\n]*)(.?)`, "s");

function endsAt(shape: string, { at, open }: SentenceScan, isWide: boolean, isFinal: boolean): Ending {
  if (at === shape.length && !isFinal) return "undecided";
  if (open.quotes > 0 || open.isStraightQuoteOpen || open.isBoldOpen) return "goes on";
  if (isWide) return "ends";
  const [, gap = "", markers = "", gapAfterMarkers = "", next = ""] = FOLLOWING.exec(shape.slice(at)) ?? [];
  if (next === "") return isFinal ? "ends" : "undecided";
  const isLowerCase = /\p{Ll}/u.test(next);
  if (markers === "") return (gap === "" && next !== "\n") || isLowerCase ? "goes on" : "ends";
  const isComma = gapAfterMarkers === "" && ",;:".includes(next);
  const isQuotedFirst = '”"'.includes(shape.charAt(at - 1)) && isLowerCase;
  return isComma || isQuotedFirst ? "goes on" : "ends";
}

function readClosers(shape: string, from: number, openBefore: OpenMarks): SentenceScan {
  let at = from;
  let open = openBefore;
  while (at < shape.length && CLOSERS.includes(shape.charAt(at))) {
    open = afterCharacter(open, shape, at);
    at += 1;
  }
  return { at, open };
}

/** A marker behind a closing quote mark ends the quotation, even one that holds an unmatched quote mark. */
function afterCharacter(open: OpenMarks, shape: string, at: number): OpenMarks {
  const character = shape.charAt(at);
  if (character === "“") return { ...open, quotes: open.quotes + 1 };
  if (character === "”") return { ...open, quotes: Math.max(0, open.quotes - 1) };
  if (character === '"') return { ...open, isStraightQuoteOpen: !open.isStraightQuoteOpen };
  if (character === "*" && /(?:^|[^*])\*$/.test(shape.slice(Math.max(0, at - 2), at))) {
    return { ...open, isBoldOpen: !open.isBoldOpen };
  }
  const endsQuotation =
    character === MARKER_CHARACTER && /[”"] ?$/.test(shape.slice(Math.max(0, at - 2), at));
  return endsQuotation ? NONE_OPEN : open;
}

/** Those that are commonly followed by a capital or a digit; before a lower-case letter no stop ends a sentence anyway. */
const ABBREVIATIONS =
  /^(?:al|vs|cf|ca|approx|resp|figs?|eqs?|eqn|secs?|refs|nos|vol|pp|dr|mr|mrs|ms|prof|jr|viz|incl|esp)$/i;
/** `e.g`, `i.e`, `w.r.t`, `U.S` and initials. */
const SINGLE_LETTERS = /^(?:(?:\p{L}\.)+\p{L}|\p{Lu})$/u;
/** Looking back further than this can't change what the last word is for the tests above. */
const LOOK_BACK_CHARACTERS = 24;

/** Whether a full stop belongs to an abbreviation, an ellipsis or the number of a list item. */
function isFalseStop(shape: string, at: number): boolean {
  if (shape.charAt(at) !== ".") return false;
  const before = shape.slice(Math.max(0, at - LOOK_BACK_CHARACTERS), at);
  if (before.endsWith(".")) return true;
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? "";
  if (/^\s*\d+$/.test(shape.slice(0, at))) return true;
  return ABBREVIATIONS.test(word) || SINGLE_LETTERS.test(word);
}
