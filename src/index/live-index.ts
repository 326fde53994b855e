import { setTimeout as sleep } from "node:timers/promises";
import type { IndexProgress } from "../domain/answer.ts";

/** What the preparation of an index reports while it runs. */
export interface PreparationReport<Opened> {
  progress(progress: IndexProgress): void;
  /** An index that questions can be answered from; may come again when a newer one is ready. */
  opened(opened: Opened): void;
}

/** The index that a running process answers from: being prepared, opened, or failed. */
export interface LiveIndex<Opened> {
  readonly opened: Opened | undefined;
  readonly progress: IndexProgress | undefined;
  /** Why the preparation failed; an index opened before stays in use. */
  readonly failure: unknown;
  /** Ends when the preparation has ended, well or not; never rejects. */
  readonly prepared: Promise<void>;
  /** Waits for an index and yields how far it is, twice a second. Throws the failure where there will be none. */
  whenReady(signal: AbortSignal): AsyncGenerator<IndexProgress, Opened>;
  replace(opened: Opened): void;
}

const PROGRESS_INTERVAL_MS = 500;

/** Starts `prepare` at once. */
export function createLiveIndex<Opened>(
  prepare: (report: PreparationReport<Opened>) => Promise<void>,
): LiveIndex<Opened> {
  let opened: Opened | undefined;
  let progress: IndexProgress | undefined;
  let failure: unknown;
  const firstOpened = Promise.withResolvers<void>();
  const replace = (next: Opened) => {
    opened = next;
    firstOpened.resolve();
  };
  const report: PreparationReport<Opened> = {
    progress: (next) => {
      progress = next;
    },
    opened: replace,
  };
  const prepared = prepare(report)
    .catch((error: unknown) => {
      failure = error;
    })
    .finally(() => {
      progress = undefined;
      firstOpened.resolve();
    });
  return {
    get opened() {
      return opened;
    },
    get progress() {
      return progress;
    },
    get failure() {
      return failure;
    },
    prepared,
    replace,
    async *whenReady(signal) {
      while (opened === undefined) {
        signal.throwIfAborted();
        if (failure !== undefined) throw failure;
        if (progress) yield progress;
        await waitFor(firstOpened.promise, signal);
      }
      return opened;
    },
  };
}

/** Until the promise settles or the interval is over, whichever comes first. */
async function waitFor(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  const timeout = new AbortController();
  try {
    await Promise.race([
      promise,
      sleep(PROGRESS_INTERVAL_MS, undefined, { signal: AbortSignal.any([signal, timeout.signal]) }),
    ]);
  } finally {
    timeout.abort();
  }
}
