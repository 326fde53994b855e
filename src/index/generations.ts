import { randomUUID } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";
import { StorageError } from "../domain/errors.ts";
import { createFolder } from "./create-folder.ts";

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

/** What `CURRENT` says: damaged where it is there and names no generation. */
export type Current =
  | { readonly kind: "none" | "damaged" }
  | { readonly kind: "published"; readonly generation: string };

/** The file that names the generation to read. */
export function currentFile(indexFolder: string): string {
  return join(indexFolder, CURRENT);
}

/** Reads `CURRENT`. @throws {StorageError} where it is there and may not be read. */
export async function readCurrent(indexFolder: string): Promise<Current> {
  try {
    const generation = (await readFile(currentFile(indexFolder), "utf8")).trim();
    return isGeneration(generation) ? { kind: "published", generation } : { kind: "damaged" };
  } catch (cause) {
    if (isMissing(cause)) return { kind: "none" };
    throw new StorageError(`The index file ${currentFile(indexFolder)} can't be read: check who owns it.`, {
      cause,
    });
  }
}

/** The generation to read, or undefined where none is named. */
export async function currentGeneration(indexFolder: string): Promise<string | undefined> {
  const current = await readCurrent(indexFolder);
  return current.kind === "published" ? current.generation : undefined;
}

/** The generations on disk, unfinished ones among them, in no order. */
export async function listGenerations(indexFolder: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(indexFolder, "generations"))).filter(isGeneration);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A new, empty folder to write a generation into. */
export async function beginGeneration(indexFolder: string): Promise<string> {
  const generation = randomUUID();
  await createFolder(generationFolder(indexFolder, generation));
  return generation;
}

/**
 * Makes `generation` the one to read. The one before it stays for readers that are just opening it; all others,
 * unfinished ones of killed runs among them, are removed. Where `CURRENT` was damaged, nobody knows which one was before,
 * and all stay until the next time.
 */
export async function publishGeneration(indexFolder: string, generation: string): Promise<void> {
  const previous = await readCurrent(indexFolder);
  await writeFileAtomic(currentFile(indexFolder), `${generation}\n`);
  if (previous.kind === "damaged") return;
  const keep = new Set([generation, ...(previous.kind === "published" ? [previous.generation] : [])]);
  for (const found of await listGenerations(indexFolder)) {
    if (!keep.has(found)) await rm(generationFolder(indexFolder, found), { recursive: true, force: true });
  }
}

/** Whether an error says that a file or folder is not there, or that what should be a folder is a file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Generations have UUIDs for names; anything else could lead out of the index folder. */
function isGeneration(name: string): boolean {
  return z.uuid().safeParse(name).success;
}
