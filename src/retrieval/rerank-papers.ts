import type { RankedPaper } from "../domain/evidence.ts";
import type { Reranker } from "../models/reranker.ts";
import { placesOf } from "./stage-places.ts";

/** Papers that a cross-encoder reads: it takes tens of milliseconds for each. */
const RERANKED_PAPERS = 20;

/**
 * Orders the first papers by a cross-encoder's scores; the order of the late stage stays where it is not ready. The scores
 * that the papers had are dealt out anew, so that they stay in 0..1 and fall.
 */
export async function rerankPapers(
  question: string,
  papers: readonly RankedPaper[],
  reranker: Reranker,
  signal: AbortSignal,
): Promise<readonly RankedPaper[]> {
  const first = papers.slice(0, RERANKED_PAPERS);
  const scores = await reranker.score(
    question,
    first.map(({ paper }) => `${paper.title}. ${paper.abstract}`),
    signal,
  );
  signal.throwIfAborted();
  if (!scores) return papers;
  const places = placesOf("rerank", scores);
  const reranked = first
    .flatMap((paper, position) => {
      const place = places[position];
      return place ? [{ ...paper, stages: [...paper.stages, place], place: place.rank }] : [];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ place, ...paper }, position) => ({
      ...paper,
      rank: position + 1,
      score: first[position]?.score ?? paper.score,
    }));
  return [...reranked, ...papers.slice(RERANKED_PAPERS)];
}
