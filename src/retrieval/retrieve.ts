import type { RankedPaper } from "../domain/evidence.ts";
import type { PaperFilter, StandaloneQuestion } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import { encodeQuestion } from "./encode-question.ts";
import { allowedPaperIds } from "./filter-papers.ts";
import { fuseRankings } from "./fuse-rankings.ts";
import { groupByPaper } from "./group-by-paper.ts";
import { rankLate } from "./rank-late.ts";

/** Passages that each search adds to the fusion: a paper has about five, so this reaches well past the twentieth paper. */
const PASSAGES_PER_SEARCH = 150;

/** In the choice of candidates a vector counts for two: it finds papers described in other words, which words alone miss. */
const VECTOR_WEIGHT = 2;

/** Papers whose tokens are compared: 40 are half a point of recall better on the gold questions, and take a third longer. */
const LATE_CANDIDATES = 30;

export interface RetrieveParts {
  readonly index: PaperIndex;
  readonly model: EmbeddingModel;
}

export interface RetrieveOptions {
  readonly filter?: PaperFilter | undefined;
  /** Papers wanted, at most 100. */
  readonly count: number;
  readonly signal: AbortSignal;
}

/**
 * The papers that fit a question, best first: candidates by words and vectors, fused by rank and grouped to papers, then
 * ranked by late interaction where the model gives tokens.
 */
export async function retrieve(
  { index, model }: RetrieveParts,
  question: StandaloneQuestion,
  { filter, count, signal }: RetrieveOptions,
): Promise<readonly RankedPaper[]> {
  signal.throwIfAborted();
  const allowed = allowedPaperIds(index.papers.values(), filter);
  if (index.papers.size === 0 || allowed?.size === 0) return [];
  const encoded = index.late && model.tokens && (await encodeQuestion(question, model.tokens, index.late));
  const vector = encoded?.mean ?? (await model.embeddings.embedQuery(question.text));
  signal.throwIfAborted();
  const byWords = index.searchByWords(question.parts, PASSAGES_PER_SEARCH, allowed);
  // All of them: the late stage wants the similarity of candidates that words alone have found, too.
  const byVector = await index.searchByVector(vector, index.passages.size, allowed);
  const fused = fuseRankings([
    { ids: byWords.map((hit) => hit.passageId), weight: 1 },
    { ids: byVector.slice(0, PASSAGES_PER_SEARCH).map((hit) => hit.passageId), weight: VECTOR_WEIGHT },
  ]);
  const similarities = new Map(byVector.map((hit) => [hit.passageId, hit.score]));
  const grouped = groupByPaper(fused, similarities, index, Math.max(count, LATE_CANDIDATES));
  const named = index.findByTitle(question.parts.at(-1)?.text ?? "");
  if (!encoded || !index.late || !model.tokens) return namedFirst(grouped, named).slice(0, count);
  const late = await rankLate(encoded, grouped.slice(0, LATE_CANDIDATES), index.late, model.tokens.products);
  signal.throwIfAborted();
  const ranked = [...late, ...behind(grouped.slice(LATE_CANDIDATES), late.at(-1)?.score ?? 1)];
  return namedFirst(ranked, named).slice(0, count);
}

/** A paper that the question calls by its title is meant, whatever else fits: it comes first, with the best score. */
function namedFirst(papers: readonly RankedPaper[], named: ReadonlySet<string>): readonly RankedPaper[] {
  if (named.size === 0) return papers;
  const bestScore = papers[0]?.score ?? 1;
  const first = papers.filter(({ paper }) => named.has(paper.paperId));
  const others = papers.filter(({ paper }) => !named.has(paper.paperId));
  return [...first.map((paper) => ({ ...paper, score: bestScore })), ...others].map((paper, position) => ({
    ...paper,
    rank: position + 1,
  }));
}

/** Papers beyond the late stage keep their order, with scores below its last one. */
function behind(papers: readonly RankedPaper[], lastScore: number): readonly RankedPaper[] {
  return papers.map((paper) => ({ ...paper, score: paper.score * lastScore }));
}
