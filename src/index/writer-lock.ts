import { mkdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import lockfile from "proper-lockfile";
import { StorageError } from "../domain/errors.ts";

/** A writer that has not shown itself alive for this long is taken for dead. */
const STALE_MS = 15_000;
const RETRY_MS = 300;

/**
 * Runs `write` as the only writer under `folder`, over all processes. Waits while another one writes; `onWait` is told
 * once. The signal handed to `write` is aborted should the lock be lost.
 * @throws {StorageError} where the folder can't be written.
 */
export async function withWriterLock<Result>(
  folder: string,
  options: { readonly signal: AbortSignal; readonly onWait: () => void },
  write: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController();
  const release = await acquire(folder, options, (cause) => {
    lost.abort(
      new StorageError(`The lock on ${folder} was lost: is another process writing there?`, { cause }),
    );
  });
  try {
    return await write(AbortSignal.any([options.signal, lost.signal]));
  } finally {
    if (!lost.signal.aborted) await release();
  }
}

async function acquire(
  folder: string,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: () => void },
  onCompromised: (error: Error) => void,
): Promise<() => Promise<void>> {
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      await mkdir(folder, { recursive: true });
      return await lockfile.lock(folder, {
        lockfilePath: `${folder}/writer.lock`,
        stale: STALE_MS,
        onCompromised,
      });
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "ELOCKED"))
        throw notWritable(folder, cause);
      if (attempt === 0) onWait();
      await sleep(RETRY_MS, undefined, { signal });
    }
  }
}

function notWritable(folder: string, cause: unknown): StorageError {
  return new StorageError(
    `The data folder ${folder} can't be written: check that it is a folder and who owns it, or set DATA_DIR to another one.`,
    { cause },
  );
}
