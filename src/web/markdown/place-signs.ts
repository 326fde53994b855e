/**
 * An answer's markers and sentences are found by their offsets in its Markdown, and those are gone once it is HTML. So
 * the places are written into the Markdown as signs from Unicode's private use area, which Markdown takes for letters,
 * and read back from the finished text: `⟦1:57⟧` is marker `[1]` at offset 57, and a sentence's start names its own
 * offset and that of its last marker. A formula, in which Markdown would find markup, is written as the code of its
 * characters. ("⟦" stands here for the private characters.)
 */
export const MARKER_SIGN = "\uE000";
export const SENTENCE_SIGN = "\uE001";
export const FORMULA_SIGN = "\uE003";
export const SIGN_END = "\uE002";

const SIGN = /([\uE000\uE001])(\d+):(\d+)\uE002|\uE003((?:[\da-f]{4})+)\uE002/g;
const SIGN_CHARACTERS = /[\uE000-\uE003]/g;

/**
 * A stretch of text, a formula as it was written, a marker, or the start of a cited sentence; offsets are those of the
 * answer's Markdown.
 */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "formula"; readonly source: string }
  | { readonly kind: "marker"; readonly number: number; readonly offset: number }
  | { readonly kind: "sentence"; readonly start: number; readonly lastMarkerOffset: number };

export function markerSign(number: number, offset: number): string {
  return `${MARKER_SIGN}${number}:${offset}${SIGN_END}`;
}

export function sentenceSign(start: number, lastMarkerOffset: number): string {
  return `${SENTENCE_SIGN}${start}:${lastMarkerOffset}${SIGN_END}`;
}

export function formulaSign(source: string): string {
  const codes = source.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
  return `${FORMULA_SIGN}${codes.join("")}${SIGN_END}`;
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
    pieces.push(pieceOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

/** The text as it was written, for places where neither markers nor formulas are any: code and addresses. */
export function plainText(text: string): string {
  return splitSigns(text).map(written).join("");
}

function pieceOf([, sign, first, second, codes]: RegExpExecArray): Piece {
  if (codes !== undefined) return { kind: "formula", source: decoded(codes) };
  const [one, other] = [Number(first), Number(second)];
  return sign === MARKER_SIGN
    ? { kind: "marker", number: one, offset: other }
    : { kind: "sentence", start: one, lastMarkerOffset: other };
}

function decoded(codes: string): string {
  return codes.replace(/.{4}/g, (code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function written(piece: Piece): string {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "formula":
      return piece.source;
    case "marker":
      return `[${piece.number}]`;
    case "sentence":
      return "";
  }
}
