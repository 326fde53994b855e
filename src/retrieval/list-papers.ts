import type { RankedPaper } from "../domain/evidence.ts";
import type { PaperListRequest } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";
import { compareTitles } from "./compare-titles.ts";
import { findMentions } from "./find-mentions.ts";
import { fittingPapers } from "./fitting-papers.ts";

/** A query in quotation marks: what is inside must be mentioned. */
const QUOTED = /^["“](?<term>[^"“”]{1,100})["”]$/u;

/** How the papers of a query are found. */
export interface ListLookups {
  /** The papers of which a text is nothing but the id or address; undefined where it is neither. */
  readonly atAddress: (text: string) => readonly Paper[] | undefined;
  /** Ranks papers by retrieval, at most `PAPERS_RANKED`. */
  readonly search: (query: string) => Promise<readonly RankedPaper[]>;
}

/**
 * The papers in the order asked for: all of them, or those that a query names by an address, mentions in quotation marks,
 * or is fitted by; without a query `relevance` is the order in which they were added.
 */
export async function listPapers(
  papers: Iterable<Paper>,
  { query, sort, offset, limit }: Omit<PaperListRequest, "signal">,
  lookups: ListLookups,
): Promise<{ readonly papers: readonly Paper[]; readonly total: number }> {
  const all = query ? await papersFor(query, [...papers], lookups) : [...papers];
  const sorted =
    sort === "title" ? [...all].sort(byTitle) : sort === "added" ? [...all].sort(byFirstSeen) : all;
  return { papers: sorted.slice(offset, offset + limit), total: all.length };
}

async function papersFor(
  query: string,
  papers: readonly Paper[],
  { atAddress, search }: ListLookups,
): Promise<readonly Paper[]> {
  const term = QUOTED.exec(query.trim())?.groups?.["term"]?.trim();
  if (term) return findMentions({ term }, papers).papers;
  return atAddress(query) ?? (await fittingPapers(query, papers, search));
}

function byTitle(a: Paper, b: Paper): number {
  return compareTitles(a.title, b.title) || compareTitles(a.paperId, b.paperId);
}

/** Newest first; equal times keep the order in which the papers were loaded. */
function byFirstSeen(a: Paper, b: Paper): number {
  return firstSeenAt(b).localeCompare(firstSeenAt(a));
}

function firstSeenAt({ sources }: Paper): string {
  return sources.map((source) => source.firstSeenAt).sort()[0] ?? "";
}
