import type { Outcome, Verdict } from "../../domain/answer.ts";

/** How far the index is; rate and time left are absent until they can be told. */
export interface IndexProgress {
  readonly papersDone: number;
  readonly papersTotal: number;
  readonly papersPerSecond?: number | undefined;
  readonly secondsLeft?: number | undefined;
}

/** What the server is doing; a stage that this page doesn't know is shown as plain waiting. */
export interface Status {
  readonly stage: string;
  readonly progress?: IndexProgress | undefined;
}

/** Part of an abstract, with its offsets there. */
export interface SourcePassage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A paper that the answer cites, by its number in this answer. */
export interface Source {
  readonly number: number;
  readonly sourceId: string;
  readonly url: string;
  readonly title: string;
  readonly paperId?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly published?: string | undefined;
  /** When a page featured it, as that page prints the day; for papers of which no other date is known. */
  readonly featuredOn?: string | undefined;
  readonly passages: readonly SourcePassage[];
}

/** A marker and the quote behind it. `answerStart..answerEnd` is its sentence; the quote's offsets are the abstract's. */
export interface Citation {
  readonly citationId: string;
  readonly number: number;
  readonly answerStart: number;
  readonly answerEnd: number;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

export interface NearPaper {
  readonly paperId: string;
  readonly title: string;
  readonly url: string;
}

export interface AnswerOutcome {
  readonly kind: Outcome["kind"];
  /** The question as it was searched for, in words that need no history. */
  readonly standaloneQuestion?: string | undefined;
  readonly reason?: string | undefined;
  readonly missing: readonly string[];
  readonly nearest: readonly NearPaper[];
}

/**
 * Why a paper was found: its rank and score (0..1) among those found for the question, and those that each stage of
 * retrieval gave it, on the stage's own scale. A stage that this page doesn't know may be among them.
 */
export interface ExplainedPaper {
  readonly paperId: string;
  readonly rank: number;
  readonly score: number;
  readonly stages: readonly { readonly stage: string; readonly rank: number; readonly score: number }[];
}

/** By what and how fast the question was answered, and why its papers were found. */
export interface AnswerMetadata {
  /** `quoting` without a chat model, else the model's name. */
  readonly model: string | undefined;
  readonly retrieveMs: number | undefined;
  readonly firstTokenMs: number | undefined;
  readonly totalMs: number | undefined;
  /** All papers found, cited or not, best first; none where the server doesn't say. */
  readonly explained: readonly ExplainedPaper[];
}

/** What one event of an answer's stream says, as far as this page makes use of it. */
export type AnswerPart =
  | { readonly type: "started"; readonly messageId: string | undefined }
  | { readonly type: "status"; readonly status: Status }
  | { readonly type: "source"; readonly source: Source }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "outcome"; readonly outcome: AnswerOutcome }
  | { readonly type: "suggestions"; readonly questions: readonly string[] }
  | ({ readonly type: "finished" } & AnswerMetadata)
  | { readonly type: "failed"; readonly message: string };
