import type { Paper } from "../domain/paper.ts";
import type { PaperFilter } from "../domain/question.ts";

/** The ids of the papers that a filter lets through, or undefined where it lets all through. A source is named by its name or its kind. */
export function allowedPaperIds(
  papers: Iterable<Paper>,
  filter: PaperFilter | undefined,
): ReadonlySet<string> | undefined {
  if (!filter?.paperIds && !filter?.sources && !filter?.publishedFrom && !filter?.publishedTo)
    return undefined;
  return new Set([...papers].filter((paper) => isAllowed(paper, filter)).map((paper) => paper.paperId));
}

function isAllowed(paper: Paper, { paperIds, sources, publishedFrom, publishedTo }: PaperFilter): boolean {
  if (paperIds && !paperIds.includes(paper.paperId)) return false;
  if (sources && !paper.sources.some(({ name, kind }) => sources.includes(name) || sources.includes(kind)))
    return false;
  if (!publishedFrom && !publishedTo) return true;
  const { published } = paper;
  if (published === undefined) return false;
  return (!publishedFrom || published >= publishedFrom) && (!publishedTo || published <= publishedTo);
}
