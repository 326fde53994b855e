import { type RankedPaper, RETRIEVAL_STAGES, type RetrievalStage } from "../domain/evidence.ts";
import { type PaperFilter, type StandaloneQuestion, standingAlone } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import type { Reranker } from "../models/reranker.ts";
import { encodeQuestion } from "./encode-question.ts";
import { allowedPaperIds } from "./filter-papers.ts";
import { findCandidates } from "./find-candidates.ts";
import { namedFirst } from "./named-first.ts";
import { rankLate } from "./rank-late.ts";
import { rerankPapers } from "./rerank-papers.ts";

/** Papers whose tokens are compared: 40 are half a point of recall better on the gold questions, and take a third longer. */
const LATE_CANDIDATES = 30;

export interface RetrieveParts {
  readonly index: PaperIndex;
  readonly model: EmbeddingModel;
  /** Absent where none is configured. */
  readonly reranker?: Reranker | undefined;
}

export interface RetrieveOptions {
  readonly filter?: PaperFilter | undefined;
  /** Papers wanted, at most 100. */
  readonly count: number;
  /** The stages to run, all where it is absent: an ablation leaves some out. `fusion` always runs. */
  readonly stages?: ReadonlySet<RetrievalStage> | undefined;
  /** An abstract that would answer, as a chat model imagines it: it is searched for beside the question. */
  readonly hypothesis?: string | undefined;
  readonly signal: AbortSignal;
}

const ALL_STAGES: ReadonlySet<RetrievalStage> = new Set(RETRIEVAL_STAGES);

/**
 * The papers that fit a question, best first: candidates by words and vectors, fused by rank and grouped to papers, then
 * ranked by late interaction where the model gives tokens, by a cross-encoder where one is configured, and those that the
 * question calls by their titles put first.
 */
export async function retrieve(
  { index, model, reranker }: RetrieveParts,
  question: StandaloneQuestion,
  { filter, count, signal, hypothesis, stages = ALL_STAGES }: RetrieveOptions,
): Promise<readonly RankedPaper[]> {
  signal.throwIfAborted();
  const allowed = allowedPaperIds(index.papers.values(), filter);
  if (index.papers.size === 0 || allowed?.size === 0) return [];
  const asked = await encode(question, { index, model });
  const imagined =
    hypothesis !== undefined && stages.has("hypothesis")
      ? await encode(standingAlone(hypothesis), { index, model })
      : undefined;
  signal.throwIfAborted();
  const candidates = await findCandidates(index, {
    question,
    vector: asked.vector,
    hypothesis: imagined?.vector,
    allowed,
    stages,
    count: Math.max(count, LATE_CANDIDATES),
  });
  let { papers } = candidates;
  if (asked.tokens && index.late && model.tokens) {
    const late = await rankLate(
      asked.tokens,
      papers.slice(0, LATE_CANDIDATES),
      { late: index.late, passagesOf: index.passagesOf },
      {
        multiply: model.tokens.products,
        stages,
        hypothesis: imagined?.tokens,
        coverage: candidates.coverage,
      },
    );
    papers = [...late, ...behind(papers.slice(LATE_CANDIDATES), late.at(-1)?.score ?? 1)];
    signal.throwIfAborted();
  }
  if (reranker && stages.has("rerank")) papers = await rerankPapers(question.text, papers, reranker, signal);
  const titled = stages.has("title")
    ? index.findByTitle(question.parts.at(-1)?.text ?? "")
    : new Set<string>();
  const called = papers.map(({ paper }) => paper).filter(({ paperId }) => titled.has(paperId));
  return namedFirst(papers, called).slice(0, count);
}

/** A question as the searches compare it: one vector, and its tokens where the model gives them. */
async function encode(question: StandaloneQuestion, { index, model }: RetrieveParts) {
  const tokens = index.late && model.tokens && (await encodeQuestion(question, model.tokens, index.late));
  return { tokens, vector: tokens?.mean ?? (await model.embeddings.embedQuery(question.text)) };
}

/** Papers beyond the late stage keep their order, with scores below its last one. */
function behind(papers: readonly RankedPaper[], lastScore: number): readonly RankedPaper[] {
  return papers.map((paper) => ({ ...paper, score: paper.score * lastScore }));
}
