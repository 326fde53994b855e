import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";

/**
 * An index on disk is a row of immutable generations and the file `CURRENT`, which names the one to read. A generation
 * is written whole and then published by replacing `CURRENT` at one stroke, so that a run that is killed leaves the
 * index as it was.
 */
const CURRENT = "CURRENT";

/** The folder of one generation. */
export function generationFolder(indexFolder: string, generation: string): string {
  return join(indexFolder, "generations", generation);
}

/** The generation to read, or undefined where nothing has been published yet. */
export async function currentGeneration(indexFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(indexFolder, CURRENT), "utf8")).trim() || undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A new, empty folder to write a generation into. */
export async function beginGeneration(indexFolder: string): Promise<string> {
  const generation = randomUUID();
  await mkdir(generationFolder(indexFolder, generation), { recursive: true });
  return generation;
}

/**
 * Makes `generation` the one to read. The one before it stays for readers that are just opening it; all others,
 * unfinished ones of killed runs among them, are removed.
 */
export async function publishGeneration(indexFolder: string, generation: string): Promise<void> {
  const previous = await currentGeneration(indexFolder);
  await writeFileAtomic(join(indexFolder, CURRENT), `${generation}\n`);
  const keep = new Set([generation, previous]);
  for (const found of await readdir(join(indexFolder, "generations"))) {
    if (!keep.has(found)) await rm(generationFolder(indexFolder, found), { recursive: true, force: true });
  }
}

/** Whether an error says that a file or folder is not there, or that what should be a folder is a file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
