import type { AnswerEvent, IndexProgress } from "./answer.ts";
import type { ClaimCheck, ClaimRequest } from "./claim.ts";
import type { RankedPaper, RetrievalStage } from "./evidence.ts";
import type { Paper } from "./paper.ts";
import type { Conversation, PaperFilter } from "./question.ts";

/** Whether questions can be answered at once, and what is missing where they can't, each a sentence for a person. */
export interface Readiness {
  readonly isReady: boolean;
  readonly missing: readonly string[];
  /** Present while the index is being built. */
  readonly progress?: IndexProgress;
  readonly paperCount: number;
  /** `quoting` without a chat model, else the model's name. */
  readonly model: string;
}

export interface AnswerOptions {
  readonly filter?: PaperFilter | undefined;
  /** Whether to suggest questions to go on with, behind the text; not where it is absent. */
  readonly suggest?: boolean | undefined;
  readonly signal: AbortSignal;
}

export interface SearchOptions {
  readonly filter?: PaperFilter;
  /** Papers wanted, 1..50. */
  readonly k: number;
  /** The stages of retrieval to run, all where it is absent: what an ablation leaves out shows what it is worth. */
  readonly stages?: ReadonlySet<RetrievalStage>;
  readonly signal: AbortSignal;
}

export interface SearchResult {
  readonly standaloneQuestion: string;
  /** Best first, one row a paper. */
  readonly papers: readonly RankedPaper[];
}

export interface PaperListRequest {
  /** A topic as far as it is typed, an author, a page, words in quotation marks, an arXiv id or an address. */
  readonly query?: string;
  readonly sort: "title" | "added" | "relevance";
  readonly offset: number;
  /** 1..100. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** A page, feed or file that papers came from, and how many of those here did. */
export interface SourceSummary {
  readonly name: string;
  readonly kind: string;
  readonly papers: number;
}

/**
 * What Footnote does, whatever the door: server, command line, evaluation. `answer`, `search` and `check` wait until the index is
 * ready; the others throw `UnavailableError` before that. All work of a call ends when its signal is aborted.
 */
export interface Footnote {
  answer(conversation: Conversation, options: AnswerOptions): AsyncGenerator<AnswerEvent>;
  search(conversation: Conversation, options: SearchOptions): Promise<SearchResult>;
  /** Rejects with `BadRequestError` where a paper of the request is not here. */
  check(request: ClaimRequest, options: { readonly signal: AbortSignal }): Promise<ClaimCheck>;
  listPapers(
    request: PaperListRequest,
  ): Promise<{ readonly papers: readonly Paper[]; readonly total: number }>;
  /** By name. */
  listSources(): Promise<readonly SourceSummary[]>;
  /** Undefined where no such paper is here. */
  findPaper(paperId: string): Promise<Paper | undefined>;
  readiness(): Readiness;
}
