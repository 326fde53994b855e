import type { PaperListRequest } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";
import { findMentions } from "./find-mentions.ts";

/** A query lists at most this many papers: beyond them nothing fits it. */
export const PAPERS_PER_QUERY = 50;

/** A query in quotation marks: what is inside must be mentioned. */
const QUOTED = /^["“](?<term>[^"“”]{1,100})["”]$/u;

/**
 * The papers in the order asked for: all of them, those found for a query, or all that mention what stands in quotation
 * marks. `found` gives a query's papers, best first; without a query `relevance` is the order in which they were added.
 */
export async function listPapers(
  papers: Iterable<Paper>,
  { query, sort, offset, limit }: Omit<PaperListRequest, "signal">,
  found: (query: string) => Promise<readonly Paper[]>,
): Promise<{ readonly papers: readonly Paper[]; readonly total: number }> {
  const all = query ? await papersFor(query, papers, found) : [...papers];
  const sorted =
    sort === "title" ? [...all].sort(byTitle) : sort === "added" ? [...all].sort(byFirstSeen) : all;
  return { papers: sorted.slice(offset, offset + limit), total: all.length };
}

async function papersFor(
  query: string,
  papers: Iterable<Paper>,
  found: (query: string) => Promise<readonly Paper[]>,
): Promise<readonly Paper[]> {
  const term = QUOTED.exec(query.trim())?.groups?.["term"]?.trim();
  return term ? findMentions({ term }, papers).papers : await found(query);
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function byTitle(a: Paper, b: Paper): number {
  return collator.compare(a.title, b.title) || collator.compare(a.paperId, b.paperId);
}

/** Newest first; equal times keep the order in which the papers were loaded. */
function byFirstSeen(a: Paper, b: Paper): number {
  return firstSeenAt(b).localeCompare(firstSeenAt(a));
}

function firstSeenAt({ sources }: Paper): string {
  return sources.map((source) => source.firstSeenAt).sort()[0] ?? "";
}
