import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Creates a folder and those above it that are missing. One level at a time, because Node's recursive `mkdir` never
 * returns where a folder that exists says that nothing can be made in it by ENOENT, as `/proc` does.
 * @throws the error of the file system, at once.
 */
export async function createFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  const failure = await tryCreate(path);
  if (failure === undefined) return;
  const parent = dirname(path);
  if (codeOf(failure) !== "ENOENT" || parent === path) throw failure;
  await createFolder(parent);
  const again = await tryCreate(path);
  if (again !== undefined) throw again;
}

/** The error, or undefined where something of that name is there now. */
async function tryCreate(path: string): Promise<unknown> {
  try {
    await mkdir(path);
    return undefined;
  } catch (error) {
    return codeOf(error) === "EEXIST" ? undefined : error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
