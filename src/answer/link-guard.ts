import type { DraftToken } from "./marker-reader.ts";

export interface LinkGuard {
  push(tokens: readonly DraftToken[]): readonly DraftToken[];
  /** What is still held back, now that nothing follows. */
  end(): readonly DraftToken[];
}

/** A number that labels a link; the marker reader passes it on by itself, as text. */
const NUMBER_LABEL = /^\[{1,2}[ \t]*\^?(\d{1,3})[ \t]*\]{1,2}$/;
/** A line that a link definition may stand on: nothing but quote marks, list markers and brackets so far. */
const DEFINITION_LINE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[|$)/;
/** How much of a line is kept to tell. */
const MAX_LINE_CHARACTERS = 80;

/**
 * Takes the links out of what a model writes, code left alone: `[here](https://…)` and `[here]: https://…` become text that
 * shows its address, and a number that labels a link becomes a marker. A planted instruction must not be able to hide where
 * a link leads.
 */
export function createLinkGuard(): LinkGuard {
  let held = "";
  let line = "";
  let isAfterMarker = false;

  const release = (): readonly DraftToken[] => {
    const text = held;
    held = "";
    return text === "" ? [] : [{ type: "text", text }];
  };
  const noteLine = (text: string): void => {
    const whole = line + text;
    line = whole.slice(whole.lastIndexOf("\n") + 1).slice(0, MAX_LINE_CHARACTERS);
  };
  const readMarker = (numbers: readonly number[]): readonly DraftToken[] => {
    const before = release();
    noteLine("[]");
    isAfterMarker = true;
    return [...before, { type: "marker", numbers }];
  };
  const readText = (text: string): readonly DraftToken[] => {
    const label = NUMBER_LABEL.exec(text)?.[1];
    if (label !== undefined) return readMarker([Number(label)]);
    const isLink = text.startsWith("(") || (text.startsWith(":") && DEFINITION_LINE.test(line));
    const guarded = isAfterMarker && isLink ? `\\${text}` : text;
    isAfterMarker = isAfterMarker && text === "";
    noteLine(text);
    const shown = (held + guarded).replace(/\](?=[(:])/g, "]\\");
    held = shown.endsWith("]") ? "]" : "";
    return [{ type: "text", text: shown.slice(0, shown.length - held.length) }];
  };

  return {
    push: (tokens) =>
      tokens.flatMap((token) => {
        if (token.type === "marker") return readMarker(token.numbers);
        if (!token.code) return readText(token.text);
        isAfterMarker = false;
        noteLine(token.text);
        return [...release(), token];
      }),
    end: release,
  };
}
