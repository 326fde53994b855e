import type { Paper } from "../domain/paper.ts";
import { covers, type NamedPaper, namedPapers, namePlacesIn, type Papers } from "./named-papers.ts";
import { paperIntroducing } from "./own-names.ts";

/** Names of a question that are looked for in all abstracts. */
const NAMES_LOOKED_UP = 10;

/**
 * The papers that a question calls by their titles, by the name before a title's colon, or by a name that only their
 * abstract introduces, each once, in the order in which the question first names them.
 */
export function papersNamedIn(question: string, papers: Papers): readonly Paper[] {
  return [...new Set(placesNamedIn(question, papers).map(({ paper }) => paper))];
}

/** As `papersNamedIn`, with the place of each name. Offsets are of the question with its accents folded away. */
export function placesNamedIn(question: string, papers: Papers): readonly NamedPaper[] {
  const byTitle = namedPapers(question, papers);
  const byName = namePlacesIn(question)
    .slice(0, NAMES_LOOKED_UP)
    .filter((place) => !byTitle.some((titled) => covers(titled, place)))
    .flatMap(({ name, start, end }) => {
      const paper = paperIntroducing(name, papers);
      return paper && !byTitle.some((titled) => titled.paper === paper) ? [{ paper, start, end }] : [];
    });
  return [...byTitle, ...byName].sort((a, b) => a.start - b.start);
}
