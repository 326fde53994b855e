export interface DelimiterFilter {
  push(piece: string): string;
  /** What is still held back, now that nothing follows. */
  end(): string;
}

/** Takes the prompt's delimiters of evidence, which a weak model copies, out of a draft; only what may become one is held back. */
export function createDelimiterFilter(boundary: string): DelimiterFilter {
  const delimiters = [`<evidence ${boundary}>`, `</evidence ${boundary}>`];
  let held = "";
  return {
    push(piece) {
      const text = delimiters.reduce((rest, delimiter) => rest.replaceAll(delimiter, ""), held + piece);
      const last = text.lastIndexOf("<");
      const isBeginning = last >= 0 && delimiters.some((whole) => whole.startsWith(text.slice(last)));
      held = isBeginning ? text.slice(last) : "";
      return isBeginning ? text.slice(0, last) : text;
    },
    end() {
      const rest = held;
      held = "";
      return rest;
    },
  };
}
