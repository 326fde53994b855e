import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import type { DraftToken } from "./marker-reader.ts";

/** A piece of the answer as the reader sees it; one that carries `evidence` is a group of markers, such as `[1][3]`. */
export interface AnswerPiece {
  readonly text: string;
  readonly evidence?: readonly Evidence[];
}

export interface MarkerNumbering {
  push(tokens: readonly DraftToken[]): readonly AnswerPiece[];
  /** The pieces still held back, now that nothing follows. */
  end(): readonly AnswerPiece[];
  /** The paper's number in this answer, from 1 in order of first citation. */
  numberOf(paper: Paper): number;
}

/** What waits for the text that follows: spaces, and markers with only spaces between them. */
interface Held {
  readonly spaces: string;
  readonly evidenceNumbers: readonly number[];
  readonly spacesAfter: string;
}

const NOTHING: Held = { spaces: "", evidenceNumbers: [], spacesAfter: "" };

/**
 * Turns markers that name evidence into markers that number papers in order of first citation. Markers side by side
 * become one group, which names each paper once; numbers that name no evidence are dropped, with the space before them
 * where that would leave a gap. Spaces are held back until it is known what follows them.
 */
export function createMarkerNumbering(evidence: readonly Evidence[]): MarkerNumbering {
  const numbers = new Map<string, number>();
  let held = NOTHING;

  const numberOf = (paper: Paper): number => {
    const number = numbers.get(paper.paperId) ?? numbers.size + 1;
    numbers.set(paper.paperId, number);
    return number;
  };

  const readText = (text: string): readonly AnswerPiece[] => {
    const kept = withoutSpacesAtEnd(text);
    if (kept === "") {
      held = holdSpaces(held, text);
      return [];
    }
    const released = release(held, text, evidence, numberOf);
    held = { ...NOTHING, spaces: text.slice(kept.length) };
    return [...released.pieces, { text: released.spaces + kept }];
  };

  return {
    numberOf,
    push: (tokens) =>
      tokens.flatMap((token) => {
        if (token.type === "text") return readText(token.text);
        const evidenceNumbers = [...held.evidenceNumbers, ...token.numbers];
        held = { ...held, evidenceNumbers, spacesAfter: "" };
        return [];
      }),
    end() {
      const { pieces, spaces } = release(held, "", evidence, numberOf);
      held = NOTHING;
      return spaces === "" ? pieces : [...pieces, { text: spaces }];
    },
  };
}

function holdSpaces(held: Held, spaces: string): Held {
  return held.evidenceNumbers.length > 0
    ? { ...held, spacesAfter: held.spacesAfter + spaces }
    : { ...held, spaces: held.spaces + spaces };
}

/** What a space before a dropped marker must not be left standing before. */
const CLOSES_GAP = /^(?:$|[\s.,;:!?)\]}”’»…。，、；：！？])/;

/** The held markers as one group, now that `following` comes next, and the spaces that stand before it. */
function release(
  { spaces, evidenceNumbers, spacesAfter }: Held,
  following: string,
  evidence: readonly Evidence[],
  numberOf: (paper: Paper) => number,
): { readonly pieces: readonly AnswerPiece[]; readonly spaces: string } {
  if (evidenceNumbers.length === 0) return { pieces: [], spaces };
  const cited = [...new Set(evidenceNumbers)].flatMap((number) => evidence[number - 1] ?? []);
  if (cited.length === 0) {
    const leavesGap = CLOSES_GAP.test(spacesAfter + following);
    return { pieces: [], spaces: (leavesGap ? "" : spaces) + spacesAfter };
  }
  const papers = new Set(cited.map((item) => numberOf(item.paper)));
  const group = { text: [...papers].map((number) => `[${number}]`).join(""), evidence: cited };
  return { pieces: spaces === "" ? [group] : [{ text: spaces }, group], spaces: spacesAfter };
}

/** Line ends stay: only what may stand between a word and its marker is taken off. */
function withoutSpacesAtEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === " " || text[end - 1] === "\t") end -= 1;
  return text.slice(0, end);
}
