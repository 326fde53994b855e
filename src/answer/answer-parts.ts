import type { CheckSentence } from "../check/check-sentence.ts";
import type { IndexProgress } from "../domain/answer.ts";
import type { FootnoteError } from "../domain/errors.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { Conversation, StandaloneQuestion, Turn } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import type { RetrieveOptions } from "../retrieval/retrieve.ts";
import type { AskOpinion } from "./second-opinions.ts";

/** `length`: the model stopped because its answer grew too long. */
export type FinishReason = "stop" | "length";

/** All papers of an answer answer its question, or one of them does and any may be meant. */
export type Relation = "together" | "rivals";

/** What a draft is written from: its markers name the evidence by its place, from 1. */
export interface DraftTask {
  /** In words that need no history. */
  readonly question: string;
  readonly evidence: readonly Evidence[];
  /** How the papers of the evidence stand to each other. */
  readonly relation: Relation;
  /** Parts of the question that they don't answer. */
  readonly missing: readonly string[];
  readonly history: readonly Turn[];
}

/** Writes with a chat model: standalone questions, and drafts whose markers name evidence by its number. */
export interface ModelWriter {
  readonly name: string;
  rewrite(conversation: Conversation, signal: AbortSignal): Promise<string>;
  /** The abstract of a paper that would answer, to search with and nothing else; undefined where none could be had in time. Absent where it is turned off. */
  readonly imagine?: (question: string, signal: AbortSignal) => Promise<string | undefined>;
  write(
    task: DraftTask,
    signal: AbortSignal,
  ): AsyncGenerator<string, { readonly finishReason: FinishReason }>;
  /** Whether a finished draft says that the evidence does not answer. */
  isRefusal(text: string): boolean;
  /** What the model makes of a citation that was sent. Absent where it isn't to be asked. */
  readonly opinion?: AskOpinion;
}

/** An index to answer from, with the search over it. */
export interface AnswerIndex {
  readonly index: PaperIndex;
  retrieve(
    question: StandaloneQuestion,
    options: Omit<RetrieveOptions, "hypothesis">,
  ): Promise<readonly RankedPaper[]>;
}

export interface AnswerParts {
  /** Waits for the index and tells how far it is. */
  readonly whenReady: (signal: AbortSignal) => AsyncGenerator<IndexProgress, AnswerIndex>;
  /** Absent where no model is configured: the answer then quotes. */
  readonly writer?: ModelWriter;
  /** Checks each sentence against the paper that it cites; by words alone where it is absent. */
  readonly check?: CheckSentence;
  /** Milliseconds. */
  readonly now: () => number;
  readonly newMessageId: () => string;
  /** Hears of every answer or second opinion that failed, with its cause, for whoever runs this process. */
  readonly onFailure: (error: FootnoteError) => void;
}
