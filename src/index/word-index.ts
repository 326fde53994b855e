import MiniSearch from "minisearch";
import type { Paper } from "../domain/paper.ts";
import type { Passage } from "../domain/passage.ts";
import type { QuestionPart } from "../domain/question.ts";
import { isStopWord, stem } from "../text/terms.ts";

/** A passage found, with a score that is comparable within one search only. */
export interface PassageHit {
  readonly passageId: string;
  readonly score: number;
}

/** A passage found by words, with the stems of the question that it or its paper's title has. */
export interface WordHit extends PassageHit {
  readonly stems: readonly string[];
}

/** Which papers a search may find; undefined for all. */
export type AllowedPapers = ReadonlySet<string> | undefined;

/**
 * A title counts half as much again as the passage: measured on the gold questions, 1 to 2 are within half a point of
 * each other and 3 is worse.
 */
const FIELD_BOOST = { title: 1.5 };

interface WordEntry {
  readonly id: string;
  readonly paperId: string;
  readonly title: string;
  readonly text: string;
}

const OPTIONS = {
  fields: ["title", "text"],
  storeFields: ["paperId"],
  processTerm: (term: string) => (isStopWord(term) ? null : stem(term)),
};

/** The words of every passage and of its paper's title (BM25+, stemmed), as text to keep on disk. */
export function serialiseWordIndex(papers: ReadonlyMap<string, Paper>, passages: Iterable<Passage>): string {
  const words = new MiniSearch<WordEntry>(OPTIONS);
  for (const { passageId, paperId, text } of passages) {
    words.add({ id: passageId, paperId, text, title: papers.get(paperId)?.title ?? "" });
  }
  return JSON.stringify(words);
}

/** Best first, at most `count`; passages that share no content word with the question are not among them. */
export type SearchByWords = (
  parts: readonly QuestionPart[],
  count: number,
  allowed: AllowedPapers,
) => readonly WordHit[];

/** Reads what `serialiseWordIndex` wrote. @throws {SyntaxError} where it is anything else. */
export function openWordIndex(serialised: string): SearchByWords {
  const words = MiniSearch.loadJSON<WordEntry>(serialised, OPTIONS);
  return (parts, count, allowed) =>
    words
      .search(
        {
          combineWith: "OR",
          queries: parts.map(({ text, weight }) => ({ queries: [text], boostTerm: () => weight })),
        },
        {
          boost: FIELD_BOOST,
          ...(allowed && { filter: (hit) => allowed.has(String(hit.paperId)) }),
        },
      )
      .slice(0, count)
      .map((hit) => ({ passageId: String(hit.id), score: hit.score, stems: hit.terms }));
}
