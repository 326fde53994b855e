import type { SourceSummary } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";
import { compareTitles } from "./compare-titles.ts";

/** Where the papers came from, by name, a paper counted once for each of its sources. */
export function listSources(papers: Iterable<Paper>): readonly SourceSummary[] {
  const summaries = new Map<string, SourceSummary>();
  for (const { sources } of papers) {
    const own = new Map(sources.map(({ name, kind }) => [JSON.stringify([name, kind]), { name, kind }]));
    for (const [key, source] of own) {
      summaries.set(key, { ...source, papers: (summaries.get(key)?.papers ?? 0) + 1 });
    }
  }
  return [...summaries.values()].sort(
    (a, b) => compareTitles(a.name, b.name) || compareTitles(a.kind, b.kind),
  );
}
