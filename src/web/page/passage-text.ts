import { element } from "./element.ts";
import type { PassagePart } from "./quoted-passage.ts";

/** A passage as a quotation, with what the answer quotes marked in it. */
export function passageText(parts: readonly PassagePart[]): HTMLElement {
  const nodes = parts.map(({ text, isQuote }) => (isQuote ? element("mark", {}, text) : text));
  return element("blockquote", { class: "passage" }, ...nodes);
}
