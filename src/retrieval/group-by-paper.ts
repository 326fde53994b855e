import type { RankedPaper, RankedPassage, RetrievalStage, StagePlace } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import type { Passage } from "../domain/passage.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import type { PassageHit } from "../index/word-index.ts";
import type { FusedItem } from "./fuse-rankings.ts";
import { placesOf } from "./stage-places.ts";

/**
 * What a paper's second-best passage adds to its best one, and its third to both: several passages that fit are a little
 * better than one. Measured on the gold questions: 0.3 is a point of recall above 0, 0.6 no better.
 */
const NEXT_PASSAGE_SHARE = 0.3;

/** What one search found: passages, best first. */
export interface Search {
  readonly stage: RetrievalStage;
  readonly hits: readonly PassageHit[];
}

/**
 * Groups ranked passages to papers, best paper first, at most `count`. A paper's score stays in 0..1: it is the sum of its
 * passages' scores, each next one counting less, as a share of what the sum could be. `similarities` are the cosines of
 * the passages that the vector search found; `searches` give the places of papers, each by its best passage.
 */
export function groupByPaper(
  fused: readonly FusedItem[],
  similarities: ReadonlyMap<string, number>,
  index: Pick<PaperIndex, "passages" | "papers" | "passagesOf">,
  { count, searches }: { readonly count: number; readonly searches: readonly Search[] },
): readonly RankedPaper[] {
  const { passages, papers, passagesOf } = index;
  const found = new Map<Paper, RankedPassage[]>();
  for (const { id, score } of fused) {
    const passage = passages.get(id);
    const paper = passage && papers.get(passage.paperId);
    if (!passage || !paper) continue;
    const ranked = found.get(paper);
    if (ranked) ranked.push({ passage, score });
    else found.set(paper, [{ passage, score }]);
  }
  const places = searches.map((search) => paperPlaces(search, passages));
  return [...found]
    .map(([paper, ranked]) => ({
      paper,
      passages: ranked,
      score: paperScore(ranked),
      similarity: bestSimilarity(passagesOf(paper.paperId), similarities),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map((paper, position) => ({
      ...paper,
      rank: position + 1,
      stages: [
        ...places.flatMap((placeOf) => placeOf.get(paper.paper.paperId) ?? []),
        { stage: "fusion", rank: position + 1, score: paper.score },
      ],
    }));
}

/** By paperId, the place that one search gave a paper. */
function paperPlaces(
  { stage, hits }: Search,
  passages: PaperIndex["passages"],
): ReadonlyMap<string, StagePlace> {
  const best = new Map<string, number>();
  for (const { passageId, score } of hits) {
    const paperId = passages.get(passageId)?.paperId;
    if (paperId !== undefined && !best.has(paperId)) best.set(paperId, score);
  }
  const places = placesOf(stage, [...best.values()]);
  return new Map([...best.keys()].map((paperId, position) => [paperId, places[position] as StagePlace]));
}

function bestSimilarity(passages: readonly Passage[], similarities: ReadonlyMap<string, number>): number {
  return Math.max(...passages.map(({ passageId }) => similarities.get(passageId) ?? 0));
}

/** Passages come best first. */
function paperScore(passages: readonly RankedPassage[]): number {
  let weight = 1;
  let score = 0;
  for (const passage of passages) {
    score += weight * passage.score;
    weight *= NEXT_PASSAGE_SHARE;
  }
  return score * (1 - NEXT_PASSAGE_SHARE);
}
