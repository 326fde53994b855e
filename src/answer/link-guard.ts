import type { DraftToken } from "./marker-reader.ts";

export interface LinkGuard {
  push(tokens: readonly DraftToken[]): readonly DraftToken[];
  /** What is still held back, now that nothing follows. */
  end(): readonly DraftToken[];
}

/**
 * Takes the links out of what a model writes, code left alone: `[here](https://…)` and `[here]: https://…` become text that
 * shows its address. A planted instruction must not be able to hide where a link leads.
 */
export function createLinkGuard(): LinkGuard {
  let held = "";
  const release = (): readonly DraftToken[] => {
    const text = held;
    held = "";
    return text === "" ? [] : [{ type: "text", text }];
  };
  return {
    push: (tokens) =>
      tokens.flatMap((token) => {
        if (token.type !== "text" || token.code) return [...release(), token];
        const text = (held + token.text).replace(/\](?=[(:])/g, "]\\");
        held = text.endsWith("]") ? "]" : "";
        return [{ ...token, text: text.slice(0, text.length - held.length) }];
      }),
    end: release,
  };
}
