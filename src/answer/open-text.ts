import type { Evidence } from "../domain/evidence.ts";
import { FENCE_CHARACTER, MARKER_CHARACTER, shapeOf } from "./draft-shape.ts";
import type { DraftPiece } from "./marker-groups.ts";
import { SENTENCE_START, type SentenceScan } from "./sentence-end.ts";

/** What kind of line a sentence stands in. A table's first row names its columns. */
export type LineKind = "prose" | "heading" | "table-head" | "table-row";

export interface OpenMarker {
  readonly at: number;
  readonly evidence: readonly Evidence[];
  /** Its characters in the answer, once it stands there. */
  width?: number;
}

/** The part of the draft whose sentences are not complete; places are in its shape. */
export interface OpenText {
  readonly text: string;
  readonly shape: string;
  readonly markers: readonly OpenMarker[];
  readonly scan: SentenceScan;
  /** Where its first sentence ends, once that is found; markers may still follow. */
  readonly found?: number;
  /** How much of it stands in the answer. */
  readonly released: number;
  /** Where it begins in the answer. */
  readonly start: number;
  readonly isLineStart: boolean;
}

export const NO_TEXT: OpenText = {
  text: "",
  shape: "",
  markers: [],
  scan: SENTENCE_START,
  released: 0,
  start: 0,
  isLineStart: true,
};

/** The kind of a line, from its beginning and the line before. */
export function lineKind(shape: string, prefix: string, before: LineKind): LineKind {
  if (prefix.includes("#")) return "heading";
  if (shape.charAt(prefix.length) !== "|") return "prose";
  return before === "table-head" || before === "table-row" ? "table-row" : "table-head";
}

/** The text of a shape's characters, fenced code left out. */
export function outsideFences(text: string, shape: string): string {
  if (!shape.includes(FENCE_CHARACTER)) return text.slice(0, shape.length).trim();
  const kept = shape
    .split("")
    .map((character, at) => (character === FENCE_CHARACTER ? " " : text.charAt(at)));
  return kept.join("").trim();
}

/** The open text with one more piece of the draft. */
export function append(open: OpenText, piece: DraftPiece): OpenText {
  if (piece.type === "text") {
    return {
      ...open,
      text: open.text + piece.text,
      shape: open.shape + shapeOf(piece.text, piece.code),
    };
  }
  return {
    ...open,
    text: open.text + MARKER_CHARACTER,
    shape: open.shape + MARKER_CHARACTER,
    markers: [...open.markers, { at: open.shape.length, evidence: piece.evidence }],
  };
}
