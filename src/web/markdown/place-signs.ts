/**
 * An answer's markers and sentences are found by their offsets in its Markdown, and those are gone once it is HTML. So
 * the places are written into the Markdown as signs from Unicode's private use area, which Markdown takes for letters,
 * and read back from the finished text: `⟦1:57⟧` is marker `[1]` at offset 57, and a sentence's start names its own
 * offset and that of its last marker. ("⟦" stands here for the private characters.)
 */
export const MARKER_SIGN = "\uE000";
export const SENTENCE_SIGN = "\uE001";
export const SIGN_END = "\uE002";

const SIGN = /([\uE000\uE001])(\d+):(\d+)\uE002/g;
const SIGN_CHARACTERS = /[\uE000-\uE002]/g;

/** A stretch of text, a marker, or the start of a cited sentence; offsets are those of the answer's Markdown. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "marker"; readonly number: number; readonly offset: number }
  | { readonly kind: "sentence"; readonly start: number; readonly lastMarkerOffset: number };

export function markerSign(number: number, offset: number): string {
  return `${MARKER_SIGN}${number}:${offset}${SIGN_END}`;
}

export function sentenceSign(start: number, lastMarkerOffset: number): string {
  return `${SENTENCE_SIGN}${start}:${lastMarkerOffset}${SIGN_END}`;
}

/** Text without characters that could be taken for signs, at unchanged offsets. */
export function withoutSigns(text: string): string {
  return text.replace(SIGN_CHARACTERS, "\uFFFD");
}

/** Splits rendered text at its signs. */
export function splitSigns(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(SIGN)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    const [first, second] = [Number(match[2]), Number(match[3])];
    pieces.push(
      match[1] === MARKER_SIGN
        ? { kind: "marker", number: first, offset: second }
        : { kind: "sentence", start: first, lastMarkerOffset: second },
    );
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

/** The text with its markers as they were written, for places where a marker is no marker: code and addresses. */
export function plainText(text: string): string {
  return text.replace(SIGN, (_, sign: string, number: string) => (sign === MARKER_SIGN ? `[${number}]` : ""));
}
