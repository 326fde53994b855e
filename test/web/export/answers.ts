import type { Citation, Source } from "../../../src/web/stream/answer-part.ts";
import type { AnswerState } from "../../../src/web/stream/answer-state.ts";
import type { AskedQuestion } from "../../../src/web/stream/conversation-messages.ts";

export const ORIGIN = "http://footnote.test";

export function asked(answer: AnswerState, more: Partial<AskedQuestion> = {}): AskedQuestion {
  return { question: "Why?", answer, ...more };
}

export function source(number: number, more: Partial<Source> = {}): Source {
  return {
    number,
    sourceId: String(number),
    url: `https://example.org/${number}`,
    title: `Paper ${number}`,
    paperId: `paper-${number}`,
    passages: [],
    ...more,
  };
}

export function citation(number: number, quote: string, more: Partial<Citation> = {}): Citation {
  return {
    citationId: `c-${number}-${quote}`,
    number,
    answerStart: 0,
    answerEnd: 10,
    quote,
    quoteStart: 0,
    quoteEnd: quote.length,
    verdict: "supported",
    reasons: [],
    ...more,
  };
}

export function answer(text: string, more: Partial<AnswerState> = {}): AnswerState {
  return {
    phase: "complete",
    text,
    sources: [source(1), source(2)],
    citations: [],
    outcome: { kind: "answered", missing: [], nearest: [] },
    metadata: { model: "gpt-4o-mini", retrieveMs: 1, firstTokenMs: 1, totalMs: 1, explained: [] },
    ...more,
  };
}
