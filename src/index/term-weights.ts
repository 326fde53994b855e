import { z } from "zod";
import type { Paper } from "../domain/paper.ts";
import { contentTerms } from "../text/terms.ts";

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

/** Inverse document frequency in the form that stays above zero in the smallest collection: ln(1 + (N - n + 0.5) / (n + 0.5)). */
export function termWeight({ paperCount, papersWith }: TermCounts): (stem: string) => number {
  const counts = new Map(Object.entries(papersWith));
  return (stem) => {
    const count = counts.get(stem) ?? 0;
    return Math.log(1 + (paperCount - count + 0.5) / (count + 0.5));
  };
}
