import { z } from "zod";
import type { Paper } from "../domain/paper.ts";
import { contentTerms } from "../text/terms.ts";
import { inverseDocumentFrequency } from "./inverse-document-frequency.ts";

/** In how many papers each stem stands. */
export const TermCountsSchema = z.object({
  paperCount: z.number().int(),
  papersWith: z.record(z.string(), z.number()),
});
export type TermCounts = z.infer<typeof TermCountsSchema>;

/** Counts the stems of all titles and abstracts. */
export function countTerms(papers: Iterable<Paper>): TermCounts {
  const papersWith = new Map<string, number>();
  let paperCount = 0;
  for (const { title, abstract } of papers) {
    paperCount += 1;
    for (const stem of new Set(contentTerms(`${title} ${abstract}`).map((term) => term.stem))) {
      papersWith.set(stem, (papersWith.get(stem) ?? 0) + 1);
    }
  }
  return { paperCount, papersWith: Object.fromEntries(papersWith) };
}

/** The inverse document frequency of each stem. */
export function termWeight({ paperCount, papersWith }: TermCounts): (stem: string) => number {
  const counts = new Map(Object.entries(papersWith));
  return (stem) => inverseDocumentFrequency(paperCount, counts.get(stem) ?? 0);
}
