import type { RankedPaper, RetrievalStage } from "../domain/evidence.ts";
import type { StandaloneQuestion } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import type { AllowedPapers, PassageHit } from "../index/word-index.ts";
import { fuseRankings } from "./fuse-rankings.ts";
import { groupByPaper } from "./group-by-paper.ts";

/** Passages that each search adds to the fusion: a paper has about five, so this reaches well past the twentieth paper. */
const PASSAGES_PER_SEARCH = 150;

/** In the choice of candidates a vector counts for two: it finds papers described in other words, which words alone miss. */
const SEARCH_WEIGHTS = { words: 1, vectors: 2, hypothesis: 1 } as const;

export interface CandidateSearch {
  readonly question: StandaloneQuestion;
  /** The question's. */
  readonly vector: number[];
  /** That of an abstract that would answer, where one was imagined. */
  readonly hypothesis?: number[] | undefined;
  readonly allowed: AllowedPapers;
  /** Papers wanted. */
  readonly count: number;
  /** The searches to do; all others are left out. */
  readonly stages: ReadonlySet<RetrievalStage>;
}

/** The papers that words and vectors find, joined by reciprocal rank fusion of their passages, best first. */
export async function findCandidates(
  index: PaperIndex,
  { question, vector, hypothesis, allowed, count, stages }: CandidateSearch,
): Promise<readonly RankedPaper[]> {
  // All of them: the late stage wants the similarity of candidates that words alone have found, too.
  const byVector = await index.searchByVector(vector, index.passages.size, allowed);
  const searches: { readonly stage: keyof typeof SEARCH_WEIGHTS; readonly hits: readonly PassageHit[] }[] =
    [];
  if (stages.has("words"))
    searches.push({
      stage: "words",
      hits: index.searchByWords(question.parts, PASSAGES_PER_SEARCH, allowed),
    });
  if (stages.has("vectors"))
    searches.push({ stage: "vectors", hits: byVector.slice(0, PASSAGES_PER_SEARCH) });
  if (stages.has("hypothesis") && hypothesis)
    searches.push({
      stage: "hypothesis",
      hits: await index.searchByVector(hypothesis, PASSAGES_PER_SEARCH, allowed),
    });
  const fused = fuseRankings(
    searches.map(({ stage, hits }) => ({
      ids: hits.map(({ passageId }) => passageId),
      weight: SEARCH_WEIGHTS[stage],
    })),
  );
  const similarities = new Map(byVector.map(({ passageId, score }) => [passageId, score]));
  return groupByPaper(fused, similarities, index, { count, searches });
}
