import type { Piece } from "./place-signs.ts";

/** Pieces that stay on one line together, or a single piece that may be broken as usual. */
export interface PieceGroup {
  readonly isGlued: boolean;
  readonly pieces: readonly Piece[];
}

/** The last word before a marker with the space behind it; a longer word, such as an address, must be able to wrap. */
const LAST_WORD = /(?<=^|\s)\S{0,24} ?$/;

const CLOSING = /^[.,;:!?…)\]”’»]+/;

const NARROW_NO_BREAK_SPACE = "\u202F";

/** Characters of a formula's source up to which it is short enough to stay on one line with its marker. */
const SHORT_FORMULA = 40;

/**
 * Groups pieces so that a marker never starts a line: it is glued to the word before it, the markers next to it and the
 * punctuation behind it. Browsers break around a button even next to a no-break space, so it takes an element.
 */
export function glueMarkers(pieces: readonly Piece[]): readonly PieceGroup[] {
  const groups: PieceGroup[] = [];
  let glued: Piece[] = [];
  const end = () => {
    if (glued.length > 0) groups.push({ isGlued: true, pieces: glued });
    glued = [];
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "marker") {
      glued.push(piece);
      continue;
    }
    if (piece.kind === "formula") {
      if (isBeforeMarker(pieces, index)) {
        glued.push(piece);
        continue;
      }
      end();
      groups.push({ isGlued: false, pieces: [piece] });
      continue;
    }
    if (piece.kind === "sentence") {
      if (pieces[index + 1]?.kind !== "marker") end();
      if (glued.length > 0) glued.push(piece);
      else groups.push({ isGlued: false, pieces: [piece] });
      continue;
    }
    const closing = glued.length > 0 ? (CLOSING.exec(piece.text)?.[0] ?? "") : "";
    if (closing !== "") glued.push({ kind: "text", text: closing });
    const rest = piece.text.slice(closing.length);
    const word = pieces[index + 1]?.kind === "marker" ? (LAST_WORD.exec(rest)?.[0] ?? "") : "";
    const before = rest.slice(0, rest.length - word.length);
    if (before !== "") {
      end();
      groups.push({ isGlued: false, pieces: [{ kind: "text", text: before }] });
    }
    if (word !== "") {
      if (pieces[index - 1]?.kind !== "formula") end();
      glued.push({ kind: "text", text: word.replace(/ $/, NARROW_NO_BREAK_SPACE) });
    }
  }
  end();
  return groups;
}

/** Whether a short formula ends its sentence: a marker comes next, a gap or closing punctuation aside. */
function isBeforeMarker(pieces: readonly Piece[], index: number): boolean {
  const [formula, next, afterNext] = pieces.slice(index, index + 3);
  if (formula?.kind !== "formula" || formula.source.length > SHORT_FORMULA) return false;
  const isGap = next?.kind === "text" && /^[.,;:!?…)\]”’»]* ?$/.test(next.text);
  return next?.kind === "marker" || (isGap && afterNext?.kind === "marker");
}
