import { fieldsOf, numberOf, textsOf } from "../page/fields.ts";
import type { IndexProgress } from "../stream/answer-part.ts";
import { readProgress } from "../stream/read-progress.ts";

/** Whether questions are answered at once, and what is missing where they are not. */
export interface Readiness {
  readonly isReady: boolean;
  readonly missing: readonly string[];
  readonly progress: IndexProgress | undefined;
  readonly paperCount: number | undefined;
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const POLL_INTERVAL_MS = 700;

/**
 * Asks the server how far it is until it is ready, then never again. An answer that doesn't come, because the server is
 * being restarted, counts as not ready.
 */
export async function* watchReadiness(signal: AbortSignal): AsyncGenerator<Readiness, void> {
  while (!signal.aborted) {
    const readiness = await fetchReadiness(signal);
    yield readiness;
    if (readiness.isReady) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

const UNREACHABLE: Readiness = {
  isReady: false,
  missing: ["Footnote can't be reached. Look whether it still runs in its terminal."],
  progress: undefined,
  paperCount: undefined,
};

async function fetchReadiness(signal: AbortSignal): Promise<Readiness> {
  try {
    const response = await fetch("/health", { signal });
    const body = fieldsOf(await response.json());
    return {
      isReady: body["ready"] === true,
      missing: textsOf(body["missing"]),
      progress: readProgress(fieldsOf(body["progress"])),
      paperCount: numberOf(body["papers"]),
    };
  } catch {
    return UNREACHABLE;
  }
}
