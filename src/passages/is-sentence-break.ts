import { SENTENCE_OPENERS } from "../papers/sentence-openers.ts";

/** How far to look back and ahead: further than any abbreviation reaches, and a bound on the time it takes. */
const NEIGHBOURHOOD = 40;

/** A parenthesis that reaches further than this to either side may hold sentences of its own. */
const PARENTHESIS_REACH = 150;

/** Abbreviations that something always follows. */
const NEVER_LAST =
  /(?:^|[\s("'[])(?:[Ii]\.e|[Ee]\.g|vs|[Cc]f|viz|[Aa]pprox|resp|incl|[Aa]vg|w\.r\.t|[Ff]igs?|Eqs?|Secs?|Tab|Refs?|Thm|Vol|pp|Dr|Prof|Mrs?|St)\.$/;

/** Abbreviations and initials that may end a sentence; they do where a word follows that begins sentences only. */
const SELDOM_LAST = /(?:^|[\s("'[])(?:et al|(?:\p{L}\.){1,4}\p{L}|\p{Lu}|Inc|Ltd|Corp|[Nn]o|Ph\.D)\.$/u;
const OPENER = new RegExp(`^["'(]?(?:${SENTENCE_OPENERS})[\\s,]`);

/** `findings: 1. Models`, or a `2.` that stands alone: the number belongs to what follows. */
const ENUMERATOR = /(?:[:;,]\s|^)\(?\d{1,2}\.$/;

/** Scripts that put no space between sentences. */
const ENDS_WITHOUT_SPACE = /[。！？｡]["'”’」』)）]*$/;

/** A word in small letters goes on with the sentence; `(ii)`, eDiff-I and mT5 may begin one. */
const CONTINUATION = /^["'(]?(?!(?:[ivx]{1,4}|[a-z])\))\p{Ll}[\p{Ll}'-]*(?![\p{L}\d-])/u;

/** Whether the sentence that begins at `start` ends at `end`, where a segmenter saw a break. */
export function isSentenceBreak(text: string, start: number, end: number): boolean {
  const last = text[end - 1] ?? "";
  if (last === "\n") return true;
  const before = text.slice(Math.max(start, end - NEIGHBOURHOOD), end).trimEnd();
  const after = text.slice(end, end + NEIGHBOURHOOD);
  if (!/\s/.test(last) && !ENDS_WITHOUT_SPACE.test(before)) return false;
  if (NEVER_LAST.test(before) || ENUMERATOR.test(before) || CONTINUATION.test(after)) return false;
  if (SELDOM_LAST.test(before) && !OPENER.test(after)) return false;
  return !isInParentheses(text, start, end);
}

/** `(Avg. 80.1%)`, `(e.g., "How?" to "Did they?")`: opened not far before and closed not far behind. */
function isInParentheses(text: string, start: number, offset: number): boolean {
  const before = text.slice(Math.max(start, offset - PARENTHESIS_REACH), offset);
  if (before.lastIndexOf("(") <= before.lastIndexOf(")")) return false;
  const after = text.slice(offset, offset + PARENTHESIS_REACH);
  const closing = after.indexOf(")");
  const opening = after.indexOf("(");
  return closing !== -1 && (opening === -1 || closing < opening);
}
