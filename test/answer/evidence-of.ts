import type { Evidence, RankedPaper } from "../../src/domain/evidence.ts";
import type { Paper } from "../../src/domain/paper.ts";

/** A paper whose abstract is these quotes, one after another. */
export function paperOf(paperId: string, quotes: readonly string[]): Paper {
  const abstract = quotes.join(" ");
  return { paperId, title: `The ${paperId} paper`, abstract, rawAbstract: abstract, sources: [] };
}

/** Evidence for each quote of each paper, in order. */
export function evidenceOf(quotesByPaper: Readonly<Record<string, readonly string[]>>): readonly Evidence[] {
  return Object.entries(quotesByPaper).flatMap(([paperId, quotes]) => {
    const paper = paperOf(paperId, quotes);
    return quotes.map((quote) => {
      const quoteStart = paper.abstract.indexOf(quote);
      return { paper, quote, quoteStart, quoteEnd: quoteStart + quote.length, score: 1 };
    });
  });
}

/** The papers of the evidence as retrieval would have ranked them. */
export function rankedFrom(evidence: readonly Evidence[]): readonly RankedPaper[] {
  const papers = new Map(evidence.map(({ paper }) => [paper.paperId, paper]));
  return [...papers.values()].map((paper, index) => ({
    rank: index + 1,
    paper,
    score: 1,
    similarity: 1,
    stages: [],
    passages: [],
  }));
}
