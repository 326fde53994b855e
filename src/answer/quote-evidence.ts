import type { Evidence } from "../domain/evidence.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/**
 * The quote in quotation marks, with the marker of its number and a full stop in the place of its own; an ellipsis where its
 * sentence begins earlier.
 */
export function quoteOf(evidence: Evidence, number: number): string {
  return `“${closedQuote(evidence, number)}`;
}

/** The same without the opening mark. */
export function closedQuote({ paper, quote, quoteStart }: Evidence, number: number): string {
  const elision = isSentenceStart(paper.abstract, quoteStart) ? "" : "… ";
  return `${elision}${escapeMarkdown(quote.replace(/\.$/u, ""))}” [${number}].`;
}

/** Whether nothing of the sentence stands before this place. */
function isSentenceStart(abstract: string, start: number): boolean {
  return /(?:^|[.!?:;)\]"”'’]\s*|\n\s*|\s[-–•]\s*)$/u.test(abstract.slice(0, start));
}
