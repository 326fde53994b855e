import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { RankedPaper } from "../domain/evidence.ts";
import type { PaperFilter } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import { allowedPaperIds } from "./filter-papers.ts";
import { fuseRankings } from "./fuse-rankings.ts";
import { groupByPaper } from "./group-by-paper.ts";

/** Passages taken from each search: a paper has about five, so this reaches well past the twentieth paper. */
const PASSAGES_PER_SEARCH = 150;

export interface RetrieveParts {
  readonly index: PaperIndex;
  readonly embeddings: EmbeddingsInterface;
}

export interface RetrieveOptions {
  readonly filter?: PaperFilter | undefined;
  /** Papers wanted, at most 50. */
  readonly count: number;
  readonly signal: AbortSignal;
}

/** The papers that fit a standalone question, best first: words and vectors, fused by rank and grouped to papers. */
export async function retrieve(
  { index, embeddings }: RetrieveParts,
  question: string,
  { filter, count, signal }: RetrieveOptions,
): Promise<readonly RankedPaper[]> {
  signal.throwIfAborted();
  const allowed = allowedPaperIds(index.papers.values(), filter);
  if (index.papers.size === 0 || allowed?.size === 0) return [];
  const byWords = index.searchByWords(question, PASSAGES_PER_SEARCH, allowed);
  const vector = await embeddings.embedQuery(question);
  signal.throwIfAborted();
  const byVector = await index.searchByVector(vector, PASSAGES_PER_SEARCH, allowed);
  const fused = fuseRankings([
    { ids: byWords.map((hit) => hit.passageId), weight: 1 },
    { ids: byVector.map((hit) => hit.passageId), weight: 1 },
  ]);
  const similarities = new Map(byVector.map((hit) => [hit.passageId, hit.score]));
  return groupByPaper(fused, similarities, index, count);
}
