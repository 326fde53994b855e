import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";

const LockOwnerSchema = z.object({ pid: z.number().int().positive(), host: z.string() });

/** Writes into `file` that this process holds the lock. */
export async function writeLockOwner(file: string): Promise<void> {
  await writeFileAtomic(file, JSON.stringify({ pid: process.pid, host: await processSpace() }));
}

/**
 * Whether `file` names a process that is known to be gone. False where there is any doubt: an owner on another host, a
 * file that is missing or can't be read.
 */
export async function isOwnerDead(file: string): Promise<boolean> {
  const owner = await readOwner(file);
  return owner !== undefined && owner.host === (await processSpace()) && !isRunning(owner.pid);
}

async function readOwner(file: string): Promise<z.infer<typeof LockOwnerSchema> | undefined> {
  try {
    return LockOwnerSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    // Without a readable owner the lock's age decides, as for owners on other hosts.
    return undefined;
  }
}

/** Where a process id means the same process. Containers can share a host's name and yet count processes apart. */
async function processSpace(): Promise<string> {
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return `${hostname()} ${namespace}`.trim();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM says that it runs for another user.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
