import { element } from "../page/element.ts";

/** The span that a paper page's address asks to mark (`#quote=402-511`); undefined for none. */
export function quoteInAddress(hash: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^#quote=(\d{1,7})-(\d{1,7})$/.exec(hash);
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined;
}

/** The abstract, with a span of it marked where the address asks for one. */
export function markedAbstract(abstract: string, hash: string): HTMLElement {
  const quote = quoteInAddress(hash);
  if (!quote || quote.start >= quote.end || quote.end > abstract.length) {
    return element("p", { class: "abstract" }, abstract);
  }
  return element(
    "p",
    { class: "abstract" },
    abstract.slice(0, quote.start),
    element("mark", {}, abstract.slice(quote.start, quote.end)),
    abstract.slice(quote.end),
  );
}
