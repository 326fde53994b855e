import type { RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";

/** Puts the papers that a question names before all others, in the question's order and with the best score; one that retrieval has not found is added. */
export function namedFirst(papers: readonly RankedPaper[], named: readonly Paper[]): readonly RankedPaper[] {
  if (named.length === 0) return papers;
  const score = papers[0]?.score ?? 1;
  const first = named.map((paper, position): RankedPaper => {
    const found = papers.find((ranked) => ranked.paper.paperId === paper.paperId);
    const { similarity = 0, stages = [], passages = [], matches } = found ?? {};
    const isTitled = stages.some(({ stage }) => stage === "title");
    const named = { stage: "title", rank: position + 1, score: 1 } as const;
    return {
      rank: position + 1,
      paper,
      score,
      similarity,
      stages: isTitled ? stages : [...stages, named],
      passages,
      ...(matches && { matches }),
    };
  });
  const ids = new Set(named.map(({ paperId }) => paperId));
  const others = papers.filter(({ paper }) => !ids.has(paper.paperId));
  return [...first, ...others].map((paper, position) => ({ ...paper, rank: position + 1 }));
}
