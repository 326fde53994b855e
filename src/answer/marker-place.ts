/** What may stand between a sentence's last word and its end: a marker goes before it. `|` closes a table's row. */
const TAIL = /[\s.,:;!?…。！？、，；：|]/;
/** A stop inside quotation marks, brackets or emphasis that close behind it: a marker goes after them. */
const CLOSED_STOP = /[.!?…][”"’')\]}*_»]+$/;
/** Scripts that put no space before a bracket. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u;

/** Longest tail that is looked at; a writer who has lost the way may write dots for ever. */
const MAX_TAIL_CHARACTERS = 40;

/** Where a sentence's tail begins in the first `end` characters of `shape`: text before it can't change where a marker goes. */
export function tailStart(shape: string, end: number): number {
  const least = Math.max(0, end - MAX_TAIL_CHARACTERS);
  let start = end;
  while (start > least && TAIL.test(shape.charAt(start - 1))) start -= 1;
  return start;
}

/** Where a marker goes into a sentence that has none, and the space that sets it off. */
export function markerPlace(shape: string): { readonly at: number; readonly space: string } {
  const end = shape.trimEnd().length;
  const isClosed = CLOSED_STOP.test(shape.slice(Math.max(0, end - MAX_TAIL_CHARACTERS), end));
  if (isClosed) return { at: end, space: "" };
  const at = tailStart(shape, shape.length);
  return { at, space: WITHOUT_SPACES.test(shape.slice(Math.max(0, at - 2), at)) ? "" : " " };
}
