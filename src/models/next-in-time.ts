/** Nothing came within the time allowed. */
export class SilenceError extends Error {
  override readonly name = "SilenceError";
}

/**
 * What `work` gives, if it comes within `timeoutMs` and before the signal is aborted. The work itself goes on: stopping it
 * is the caller's.
 * @throws {SilenceError} when the time is over; the signal's reason when that comes first.
 */
export async function nextInTime<T>(work: Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T> {
  const { promise: interruption, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  const timer = setTimeout(() => reject(new SilenceError(`Nothing came for ${timeoutMs} ms.`)), timeoutMs);
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, interruption]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
