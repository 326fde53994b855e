import type { Evidence } from "../domain/evidence.ts";

/** The evidence as a model reads it: one line each, numbered from 1, with its paper's title. */
export function numberEvidence(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ paper, quote }, index) => `[${index + 1}] ${oneLine(paper.title)}: “${oneLine(quote)}”`)
    .join("\n");
}

/** A line of its own would look like a further item. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
