import type { Paper } from "../domain/paper.ts";
import type { Turn } from "../domain/question.ts";
import { namedPapers, type Papers } from "./named-papers.ts";
import { papersWithOwnName } from "./own-names.ts";
import { papersNamedIn } from "./papers-named-in.ts";

/** Turns that are read, and of each its opening: what lies further back or further down is not what "it" means. */
const TURNS_READ = 12;
const CHARACTERS_READ = 6_000;

/** The papers that each turn speaks of, oldest first; turns that speak of none left out. */
export type Focus = readonly (readonly Paper[])[];

/**
 * What a conversation has been about: of each answer the papers that it cited, or else those that its text names; of each
 * question those that it names. The last entry is what the next question means by "it" or "they".
 */
export function conversationFocus(history: readonly Turn[], papers: Papers): Focus {
  return history
    .slice(-TURNS_READ)
    .map((turn) => papersOf({ ...turn, text: turn.text.slice(0, CHARACTERS_READ) }, papers))
    .filter((spokenOf) => spokenOf.length > 0);
}

function papersOf(turn: Turn, papers: Papers): readonly Paper[] {
  if (turn.role === "user") return papersNamedIn(turn.text, papers);
  const cited = citedPapers(turn.citedPaperUrls, papers);
  if (cited.length > 0) return cited;
  const byTitle = namedPapers(turn.text, papers).map(({ paper }) => paper);
  return byTitle.length > 0 ? byTitle : papersWithOwnName(turn.text, papers);
}

/** Papers by their addresses: their page here, whatever the host, or where else they are known to be. */
function citedPapers(urls: readonly string[], papers: Papers): readonly Paper[] {
  const wanted = urls.map((url) => ({ url, paperId: paperIdIn(url) }));
  const byId = wanted.flatMap(({ paperId }) => papers.get(paperId) ?? []);
  if (byId.length === wanted.length) return [...new Set(byId)];
  const outside = new Map(
    [...papers.values()].flatMap((paper) => (paper.outsideUrl ? [[paper.outsideUrl, paper]] : [])),
  );
  return [...new Set(wanted.flatMap(({ url, paperId }) => papers.get(paperId) ?? outside.get(url) ?? []))];
}

function paperIdIn(url: string): string {
  const last = /\/papers\/(?<id>[^/?#]+)(?:[?#]|$)/u.exec(url)?.groups?.["id"] ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
