import type { RankedPaper } from "../domain/evidence.ts";

/** A paper that the question calls by its title is meant, whatever else fits: it comes first, with the best score. */
export function titledFirst(
  papers: readonly RankedPaper[],
  titled: ReadonlySet<string>,
): readonly RankedPaper[] {
  if (titled.size === 0) return papers;
  const bestScore = papers[0]?.score ?? 1;
  const first = papers
    .filter(({ paper }) => titled.has(paper.paperId))
    .map(
      (paper, position): RankedPaper => ({
        ...paper,
        score: bestScore,
        stages: [...paper.stages, { stage: "title", rank: position + 1, score: 1 }],
      }),
    );
  const others = papers.filter(({ paper }) => !titled.has(paper.paperId));
  return [...first, ...others].map((paper, position) => ({ ...paper, rank: position + 1 }));
}
