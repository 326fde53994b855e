import type { Paper, PaperSource } from "../domain/paper.ts";
import type { Page, PageEntry, PageProblem } from "../pages/page.ts";
import { cleanText } from "./clean-text.ts";
import { paperId } from "./paper-id.ts";
import { titleKey } from "./title-key.ts";

/** `PaperSource.kind` of a saved daily-papers page. */
export const DAILY_PAPERS_PAGE = "daily-papers-page";

/** A paper as it grows, and the place of this load that its text came from; none while it is only known. */
interface Draft {
  readonly paper: Paper;
  readonly loadedFrom?: Place;
}

interface Place {
  readonly page: Page;
  readonly entry: PageEntry;
}

/**
 * Merges the entries of pages into papers: one for each title, whatever its case and spacing, with every page it stood
 * on among its sources. Known papers come first and keep their ids, dates and sources, loaded again or not; where they
 * are, the loaded text replaces theirs. The rest follows in order of first appearance. `seenAt` is an ISO time.
 */
export function collectPapers(
  pages: readonly Page[],
  { seenAt, known }: { readonly seenAt: string; readonly known: readonly Paper[] },
): { papers: readonly Paper[]; problems: readonly PageProblem[] } {
  const drafts: Draft[] = known.map((paper) => ({ paper }));
  const indexByTitle = new Map<string, number>();
  for (const [index, { title }] of known.entries()) {
    if (!indexByTitle.has(titleKey(title))) indexByTitle.set(titleKey(title), index);
  }
  const takenIds = new Set(known.map((paper) => paper.paperId));
  const problems: PageProblem[] = [];
  for (const place of pages.flatMap((page) => page.entries.map((entry) => ({ page, entry })))) {
    const loaded = readEntry(place.entry);
    const index = indexByTitle.get(titleKey(loaded.title)) ?? drafts.length;
    const before = drafts[index];
    const paperIdentity = before?.paper ?? { paperId: paperId(loaded.title, takenIds), sources: [] };
    if (before?.loadedFrom && before.paper.abstract !== loaded.abstract) {
      problems.push(differingRepeat(loaded.title, place, before.loadedFrom));
    }
    drafts[index] = {
      paper: {
        ...paperIdentity,
        ...(before?.loadedFrom ? before.paper : loaded),
        sources: withPage(paperIdentity.sources, place.page, seenAt),
      },
      loadedFrom: before?.loadedFrom ?? place,
    };
    indexByTitle.set(titleKey(loaded.title), index);
    takenIds.add(paperIdentity.paperId);
  }
  return { papers: drafts.map(({ paper }) => paper), problems };
}

function readEntry({ title, abstract }: PageEntry): Pick<Paper, "title" | "abstract" | "rawAbstract"> {
  return { title: cleanText(title), abstract: cleanText(abstract), rawAbstract: abstract };
}

/** A page read again keeps the time it was first seen, and says what it says now. */
function withPage(sources: readonly PaperSource[], page: Page, seenAt: string): PaperSource[] {
  const isPage = (source: PaperSource) => source.kind === DAILY_PAPERS_PAGE && source.name === page.name;
  const source: PaperSource = {
    name: page.name,
    kind: DAILY_PAPERS_PAGE,
    firstSeenAt: sources.find(isPage)?.firstSeenAt ?? seenAt,
    ...(page.featuredOn !== undefined && { featuredOn: page.featuredOn }),
  };
  return sources.some(isPage)
    ? sources.map((existing) => (isPage(existing) ? source : existing))
    : [...sources, source];
}

function differingRepeat(title: string, { page, entry }: Place, first: Place): PageProblem {
  return {
    file: page.name,
    line: entry.line,
    message: `"${title}" stands on ${first.page.name}, line ${first.entry.line}, with another abstract; that one is kept`,
  };
}
