import type { Citation, Outcome, Timings } from "../domain/answer.ts";
import type { StagePlace } from "../domain/evidence.ts";

/** How far an answer is; progress of the index while that is being built. */
export interface StatusData {
  readonly stage: "indexing" | "rewriting" | "retrieving" | "answering";
  readonly papersDone?: number;
  readonly papersTotal?: number;
  readonly papersPerSecond?: number;
  readonly secondsLeft?: number;
}

/** One marker of the answer, its quote, and the verdict on it. */
export interface CitationData extends Omit<Citation, "paper"> {
  readonly sourceId: string;
}

export interface OutcomeData extends Omit<Outcome, "nearest"> {
  readonly nearest: readonly { readonly paperId: string; readonly title: string; readonly url: string }[];
}

/** What `source-url` says beyond the protocol's own fields. */
export interface CitedPaperData {
  readonly number: number;
  readonly paperId: string;
  readonly score: number;
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  /** When the first page that it came from featured it, where no other date is known. */
  readonly featuredOn?: string;
  readonly passages: readonly {
    readonly passageId: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export interface TextCitation {
  readonly source: {
    readonly type: "source";
    readonly sourceType: "url";
    readonly id: string;
    readonly url: string;
    readonly title: string;
  };
  readonly startIndex: number;
  readonly endIndex: number;
  readonly citedText: string;
}

/** A paper's places in the stages of retrieval. */
export interface PaperExplanation {
  readonly stages: readonly StagePlace[];
}

/** The papers found for an answer, cited or not, best first; `score` is in 0..1 and comparable within the answer. */
export interface AnswerExplanation {
  readonly papers: readonly (PaperExplanation & {
    readonly paperId: string;
    readonly title: string;
    readonly rank: number;
    readonly score: number;
  })[];
}

/** The parts of the AI SDK's UI message stream (v1) that Footnote sends. */
export type UiMessagePart =
  | { readonly type: "start"; readonly messageId: string }
  | { readonly type: "data-status"; readonly data: StatusData; readonly transient: true }
  | { readonly type: "text-start"; readonly id: string }
  | {
      readonly type: "source-url";
      readonly sourceId: string;
      readonly url: string;
      readonly title: string;
      readonly providerMetadata: { readonly footnote: CitedPaperData };
    }
  | { readonly type: "text-delta"; readonly id: string; readonly delta: string }
  | { readonly type: "data-citation"; readonly id: string; readonly data: CitationData }
  | { readonly type: "text-end"; readonly id: string; readonly citations: readonly TextCitation[] }
  | { readonly type: "data-outcome"; readonly data: OutcomeData }
  | { readonly type: "data-suggestions"; readonly data: { readonly questions: readonly string[] } }
  | {
      readonly type: "finish";
      readonly finishReason: "stop" | "length";
      readonly messageMetadata: {
        readonly model: string;
        readonly timings: Timings;
        /** Present where the request asked for it. */
        readonly explain?: AnswerExplanation;
      };
    }
  | { readonly type: "error"; readonly errorText: string };
