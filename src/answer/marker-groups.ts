import type { Evidence } from "../domain/evidence.ts";
import type { CodeKind, DraftToken } from "./marker-reader.ts";

/** A piece of a draft: text, or a group of markers such as `[1][3]` with the evidence that it names. */
export type DraftPiece =
  | { readonly type: "text"; readonly text: string; readonly code?: CodeKind }
  | { readonly type: "markers"; readonly evidence: readonly Evidence[] };

export interface MarkerGroups {
  push(tokens: readonly DraftToken[]): readonly DraftPiece[];
  /** The pieces still held back, now that nothing follows. */
  end(): readonly DraftPiece[];
}

/** What waits for the text that follows: spaces, and markers with only spaces between them. */
interface Held {
  readonly spaces: string;
  readonly evidenceNumbers: readonly number[];
  readonly spacesAfter: string;
}

const NOTHING: Held = { spaces: "", evidenceNumbers: [], spacesAfter: "" };

/**
 * Joins markers side by side into one group, with the evidence that they name. Numbers that name none are dropped, with the
 * space before them where that would leave a gap. Spaces are held back until it is known what follows them.
 */
export function createMarkerGroups(evidence: readonly Evidence[]): MarkerGroups {
  let held = NOTHING;

  const readText = (text: string, code: CodeKind | undefined): readonly DraftPiece[] => {
    const kept = code ? text : withoutSpacesAtEnd(text);
    if (kept === "") {
      held = holdSpaces(held, text);
      return [];
    }
    const released = release(held, text, evidence);
    held = { ...NOTHING, spaces: text.slice(kept.length) };
    return [...released, { type: "text", text: kept, ...(code && { code }) }];
  };

  return {
    push: (tokens) =>
      tokens.flatMap((token) => {
        if (token.type === "text") return readText(token.text, token.code);
        const evidenceNumbers = [...held.evidenceNumbers, ...token.numbers];
        held = { ...held, evidenceNumbers, spacesAfter: "" };
        return [];
      }),
    end() {
      const pieces = release(held, "", evidence);
      held = NOTHING;
      return pieces;
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

/** What was held, now that `following` comes next: the markers as one group, and the spaces around it. */
function release(
  { spaces, evidenceNumbers, spacesAfter }: Held,
  following: string,
  evidence: readonly Evidence[],
): readonly DraftPiece[] {
  const cited = [...new Set(evidenceNumbers)].flatMap((number) => evidence[number - 1] ?? []);
  if (cited.length > 0)
    return [...textOf(spaces), { type: "markers", evidence: cited }, ...textOf(spacesAfter)];
  const leavesGap = evidenceNumbers.length > 0 && CLOSES_GAP.test(spacesAfter + following);
  return textOf((leavesGap ? "" : spaces) + spacesAfter);
}

function textOf(text: string): readonly DraftPiece[] {
  return text === "" ? [] : [{ type: "text", text }];
}

/** Line ends stay: only what may stand between a word and its marker is taken off. */
function withoutSpacesAtEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === " " || text[end - 1] === "\t") end -= 1;
  return text.slice(0, end);
}
