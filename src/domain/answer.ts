import type { RankedPaper } from "./evidence.ts";
import type { Paper } from "./paper.ts";

export type Verdict = "supported" | "weak" | "unsupported";

/** One marker of the answer and the quote behind it. Offsets are UTF-16 code units, end exclusive. */
export interface Citation {
  readonly citationId: string;
  /** The paper's number in this answer, from 1 in order of first citation. */
  readonly number: number;
  readonly paper: Paper;
  /** The sentence in the answer text, with its marker and closing punctuation. */
  readonly answerStart: number;
  readonly answerEnd: number;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly verdict: Verdict;
  /** What is missing, in words; empty where the verdict is `supported`. */
  readonly reasons: readonly string[];
}

export type RefusalReason = "not-stated" | "no-evidence" | "out-of-scope" | "empty-index";

/** How an answer ended. Refusing is an outcome like any other, never an error. */
export interface Outcome {
  readonly kind: "answered" | "refused" | "help";
  readonly reason?: RefusalReason;
  readonly standaloneQuestion: string;
  /** Parts of a compound question that the papers don't answer. */
  readonly missing: readonly string[];
  /** Up to three papers that come closest, for a refusal. */
  readonly nearest: readonly Paper[];
}

/** Milliseconds since the question arrived; `firstTokenMs` is absent where no text was sent, `totalMs` ends with the outcome. */
export interface Timings {
  readonly rewriteMs: number;
  readonly retrieveMs: number;
  readonly firstTokenMs?: number;
  readonly totalMs: number;
}

/** How far the index is. `secondsLeft` is absent until a rate can be told. */
export interface IndexProgress {
  readonly papersDone: number;
  readonly papersTotal: number;
  readonly papersPerSecond: number;
  readonly secondsLeft?: number;
}

export type Stage =
  | { readonly stage: "indexing"; readonly progress: IndexProgress }
  | { readonly stage: "rewriting" }
  | { readonly stage: "retrieving" }
  | { readonly stage: "answering" };

/**
 * Everything that can happen while a question is answered, in this order:
 * `answer-started`, any `stage-entered`, `text-started`, then `paper-cited` (before the delta that first carries its
 * marker), `text-added` and `sentence-cited` as they come, `text-ended`, `outcome-decided`, `questions-suggested` where they
 * were asked for and some are, `answer-finished`.
 * A `sentence-cited` may come again until `outcome-decided`, even behind `text-ended`, and then replaces the one of its id.
 * `answer-failed` may take the place of any event after the first, and is then the last. Every dialect of the wire is a
 * mapping of this stream.
 */
export type AnswerEvent =
  | { readonly type: "answer-started"; readonly messageId: string }
  | { readonly type: "stage-entered"; readonly stage: Stage }
  | { readonly type: "text-started" }
  | { readonly type: "paper-cited"; readonly number: number; readonly ranked: RankedPaper }
  | { readonly type: "text-added"; readonly text: string }
  | { readonly type: "sentence-cited"; readonly citation: Citation }
  | { readonly type: "text-ended"; readonly citations: readonly Citation[] }
  | { readonly type: "outcome-decided"; readonly outcome: Outcome }
  /** One to three questions to go on with, each a whole question that the papers answer. */
  | { readonly type: "questions-suggested"; readonly questions: readonly string[] }
  | {
      readonly type: "answer-finished";
      /** `quoting` without a model, else the model's name. */
      readonly model: string;
      readonly finishReason: "stop" | "length";
      readonly timings: Timings;
      /** All papers found for the answer, cited or not, best first; none for help, which looks for none. */
      readonly retrieved: readonly RankedPaper[];
      /** The chance (0..1) that the first paper doesn't state what was asked; absent where it was not judged. */
      readonly doubt?: number | undefined;
    }
  | { readonly type: "answer-failed"; readonly message: string };
