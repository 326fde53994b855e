/** Longest delta, in UTF-16 code units: the contract's promise to clients that lay out each delta as it comes. */
export const MAX_DELTA_CHARACTERS = 200;

/** A marker such as `[12]`. An answer never cites ten thousand papers, so a longer number is no marker. */
const MARKER = /\[\d{1,4}\]/g;
const LONGEST_MARKER = "[9999]".length;

/**
 * Cuts text into deltas of at most `MAX_DELTA_CHARACTERS` that join to the same text. No cut falls inside a marker or
 * between the halves of a surrogate pair; empty text gives no delta.
 */
export function splitDelta(text: string): string[] {
  const deltas: string[] = [];
  let start = 0;
  while (text.length - start > MAX_DELTA_CHARACTERS) {
    const end = nearestCut(text, start + MAX_DELTA_CHARACTERS);
    deltas.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) deltas.push(text.slice(start));
  return deltas;
}

/** The last place at or before `limit` where the text may be cut. */
function nearestCut(text: string, limit: number): number {
  const windowStart = limit - LONGEST_MARKER;
  for (const marker of text.slice(windowStart, limit + LONGEST_MARKER).matchAll(MARKER)) {
    const markerStart = windowStart + marker.index;
    if (markerStart < limit && limit < markerStart + marker[0].length) return markerStart;
  }
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(limit - 1, limit + 1)) ? limit - 1 : limit;
}
