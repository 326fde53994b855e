import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
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
 * Counts all papers that meet the condition of a question about the whole collection, and quotes the first; where it asks
 * for papers without a term they are counted only. Undefined where the question is another one, or its condition none
 * that papers state.
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
  const { documentKind, isNegated } = asked;
  const ofKind = findMentions({ documentKind }, searched).papers;
  const { terms, papers: having } = findTerms(asked, searched);
  const kinds = new Set(ofKind);
  const meeting = having.filter((paper) => kinds.has(paper));
  if (meeting.length < leastFound(asked, ofKind.length)) return undefined;
  const quoted = isNegated ? [] : meeting;
  const evidence = quoteMentions({ documentKind }, { forms: terms.flat() }, quoted, passagesOf).slice(
    0,
    PAPERS_QUOTED,
  );
  return {
    count: {
      asks: asked.asks,
      terms,
      joinedBy: asked.joinedBy,
      isNegated,
      documentKind,
      found: isNegated ? ofKind.length - meeting.length : meeting.length,
      ofKind: ofKind.length,
      searched: searched.length,
      isFiltered: allowed !== undefined,
    },
    evidence,
    papers: evidence.map((item, position) => ranked(item, position + 1, passagesOf)),
  };
}

/** The papers that have all of the terms, or any, in the order of the first term's; each term in the forms that were looked for. */
function findTerms({ terms, joinedBy }: CollectionQuestion, papers: readonly Paper[]) {
  const found = terms.map((term) => findMentions({ term }, papers));
  const [first] = found;
  if (!first) return { terms: [], papers };
  const having = found.map((mentions) => new Set(mentions.papers));
  const all = first.papers.filter((paper) => having.every((set) => set.has(paper)));
  const any = [...new Set(found.flatMap((mentions) => mentions.papers))];
  return { terms: found.map(({ forms }) => forms), papers: joinedBy === "and" ? all : any };
}

/**
 * That no paper has it is an answer where nothing else can be meant: by a name, or by one word within a kind of paper that
 * is here (`surveys on agents`). A phrase may be said in other words.
 */
function leastFound({ asks, terms, documentKind, isLiteral }: CollectionQuestion, ofKind: number): number {
  const isOneWord = terms.length === 1 && !/\s/u.test(terms[0] ?? "");
  if (isLiteral || (documentKind && ofKind > 0 && isOneWord)) return 0;
  return terms.length > 0 && asks !== "count" ? PAPERS_WITH_PHRASE : 1;
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
