import { rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import lockfile from "proper-lockfile";
import { StorageError } from "../domain/errors.ts";
import { createFolder } from "./create-folder.ts";
import { isMissing } from "./generations.ts";
import { isOwnerDead, writeLockOwner } from "./lock-owner.ts";

/** A writer that has not shown itself alive for this long is taken for dead, wherever it ran. */
const STALE_MS = 15_000;
const RETRY_MS = 300;
/** The gate is held for a few file operations only; after this long its holder was killed in between. */
const GATE_STALE_MS = 5000;
const GATE_RETRY_MS = 20;

type Release = () => Promise<void>;

/**
 * Runs `write` as the only writer under `folder`, over all processes. Waits while another one writes; `onWait` is told
 * once. A lock left behind by a process of this host that is gone is taken over at once. The signal handed to `write` is
 * aborted should the lock be lost.
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
): Promise<Release> {
  for (let hasTold = false; ; hasTold = true) {
    const closeGate = await openGate(folder, signal);
    try {
      const release = await takeLock(folder, onCompromised);
      if (release) return release;
    } catch (cause) {
      throw notWritable(folder, cause);
    } finally {
      await closeGate();
    }
    if (!hasTold) onWait();
    await sleep(RETRY_MS, undefined, { signal });
  }
}

/**
 * Lets one process at a time look at the lock, take it and sign it. Without the gate, a process could judge the owner by
 * a signature that is about to be replaced, and remove the lock of the process that is replacing it.
 */
async function openGate(folder: string, signal: AbortSignal): Promise<Release> {
  for (;;) {
    signal.throwIfAborted();
    try {
      await createFolder(folder);
      // Not the folder itself: proper-lockfile knows a process's locks by what they lock.
      const lost = new AbortController();
      const release = await lockfile.lock(join(folder, "writer.gate"), {
        lockfilePath: join(folder, "writer.gate"),
        realpath: false,
        stale: GATE_STALE_MS,
        // After a sleep of the whole machine, say; the lock taken behind the gate has a watch of its own.
        onCompromised: () => lost.abort(),
      });
      return async () => {
        if (!lost.signal.aborted) await release();
      };
    } catch (cause) {
      if (!isLocked(cause)) throw notWritable(folder, cause);
    }
    await sleep(GATE_RETRY_MS, undefined, { signal });
  }
}

/** Undefined where a process that may be alive holds the lock. */
async function takeLock(folder: string, onCompromised: (error: Error) => void): Promise<Release | undefined> {
  const lockfilePath = join(folder, "writer.lock");
  const ownerFile = join(folder, "writer.json");
  if (await isOwnerDead(ownerFile)) await removeLock(lockfilePath);
  const release = await lockIfFree(folder, { lockfilePath, stale: STALE_MS, onCompromised });
  if (!release) return undefined;
  try {
    await writeLockOwner(ownerFile);
  } catch (error) {
    await release();
    throw error;
  }
  return async () => {
    // Before the lock itself: afterwards the file may be another writer's.
    await rm(ownerFile, { force: true });
    await release();
  };
}

async function lockIfFree(
  folder: string,
  options: Parameters<typeof lockfile.lock>[1],
): Promise<Release | undefined> {
  try {
    return await lockfile.lock(folder, options);
  } catch (error) {
    if (isLocked(error)) return undefined;
    throw error;
  }
}

async function removeLock(lockfilePath: string): Promise<void> {
  try {
    await rmdir(lockfilePath);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ELOCKED";
}

function notWritable(folder: string, cause: unknown): StorageError {
  return new StorageError(
    `The data folder ${folder} can't be written: check that it is a folder and who owns it, or set DATA_DIR to another one.`,
    { cause },
  );
}
