import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { PaperFilter } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import {
  type CollectionQuestion,
  readCollectionQuestion,
} from "../question/recognise-collection-question.ts";
import { allowedPaperIds } from "../retrieval/filter-papers.ts";
import { findMentions, quoteMentions } from "../retrieval/find-mentions.ts";
import type { CollectionCount } from "./write-collection.ts";

/** Papers that are quoted; the others are counted only. */
const PAPERS_QUOTED = 10;

/** A phrase of ordinary words that fewer papers have may be said in other words: it is searched for by its meaning. */
const PAPERS_WITH_PHRASE = 2;

/** What a question about the whole collection found. */
export interface CountedPapers {
  readonly count: CollectionCount;
  /** One quote for each of the first papers. */
  readonly evidence: readonly Evidence[];
  /** The papers of the evidence, in its order. */
  readonly papers: readonly RankedPaper[];
}

/**
 * Counts all papers that meet the condition of a question about the whole collection, and quotes the first. Undefined
 * where the question is another one, or its condition none that papers state.
 */
export function countPapers(
  question: string,
  { papers, passagesOf }: Pick<PaperIndex, "papers" | "passagesOf">,
  filter: PaperFilter | undefined,
): CountedPapers | undefined {
  const asked = papers.size > 0 ? readCollectionQuestion(question) : undefined;
  if (!asked) return undefined;
  const allowed = allowedPaperIds(papers.values(), filter);
  const searched = [...papers.values()].filter(({ paperId }) => allowed?.has(paperId) ?? true);
  const condition = { term: asked.term, documentKind: asked.documentKind };
  const mentions = findMentions(condition, searched);
  if (mentions.papers.length < leastFound(asked)) return undefined;
  const evidence = quoteMentions(condition, mentions, mentions.papers, passagesOf).slice(0, PAPERS_QUOTED);
  return {
    count: {
      asks: asked.asks,
      forms: mentions.forms,
      documentKind: asked.documentKind,
      found: mentions.papers.length,
      searched: searched.length,
      isFiltered: allowed !== undefined,
    },
    evidence,
    papers: evidence.map((item, position) => ranked(item, position + 1, passagesOf)),
  };
}

/** Nothing else can be meant by a name: that no paper has it is an answer. */
function leastFound({ asks, term, isLiteral }: CollectionQuestion): number {
  if (isLiteral) return 0;
  return term !== undefined && asks !== "count" ? PAPERS_WITH_PHRASE : 1;
}

function ranked(
  { paper, quoteStart, quoteEnd }: Evidence,
  rank: number,
  passagesOf: PaperIndex["passagesOf"],
): RankedPaper {
  const passages = passagesOf(paper.paperId)
    .filter(({ start, end }) => start <= quoteStart && quoteEnd <= end)
    .map((passage) => ({ passage, score: 1 }));
  return { rank, paper, score: 1, similarity: 0, stages: [], passages };
}
