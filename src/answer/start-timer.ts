import type { Timings } from "../domain/answer.ts";

/** Measures one answer. Each `mark…` notes the moment that a step ended; only the first token of many counts. */
export interface AnswerTimer {
  markRewritten(): void;
  markRetrieved(): void;
  markToken(): void;
  timings(): Timings;
}

/** Starts at once; `now` gives milliseconds. */
export function startTimer(now: () => number): AnswerTimer {
  const startedAt = now();
  let rewrittenAt = startedAt;
  let retrievedAt: number | undefined;
  let firstTokenAt: number | undefined;
  const since = (from: number, to: number) => Math.round(to - from);
  return {
    markRewritten: () => {
      rewrittenAt = now();
    },
    markRetrieved: () => {
      retrievedAt = now();
    },
    markToken: () => {
      firstTokenAt ??= now();
    },
    timings: () => ({
      rewriteMs: since(startedAt, rewrittenAt),
      retrieveMs: retrievedAt === undefined ? 0 : since(rewrittenAt, retrievedAt),
      ...(firstTokenAt !== undefined && { firstTokenMs: since(startedAt, firstTokenAt) }),
      totalMs: since(startedAt, now()),
    }),
  };
}
