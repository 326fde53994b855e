import type { RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";

/**
 * Papers that a question calls by their names are meant, whatever else fits: they come before all others, in the order given
 * and with the best score. One that retrieval has not found is added.
 */
export function namedFirst(papers: readonly RankedPaper[], named: readonly Paper[]): readonly RankedPaper[] {
  if (named.length === 0) return papers;
  const score = papers[0]?.score ?? 1;
  const first = named.map((paper, position): RankedPaper => {
    const found = papers.find((ranked) => ranked.paper.paperId === paper.paperId) ?? unfound(paper);
    const isMarked = found.stages.some(({ stage }) => stage === "title");
    const place = { stage: "title", rank: position + 1, score: 1 } as const;
    return { ...found, score, stages: isMarked ? found.stages : [...found.stages, place] };
  });
  const ids = new Set(named.map(({ paperId }) => paperId));
  const others = papers.filter(({ paper }) => !ids.has(paper.paperId));
  return [...first, ...others].map((paper, position) => ({ ...paper, rank: position + 1 }));
}

function unfound(paper: Paper): RankedPaper {
  return { rank: 0, paper, score: 0, similarity: 0, stages: [], passages: [] };
}
