import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StorageError } from "../domain/errors.ts";
import { type Paper, PaperSchema } from "../domain/paper.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import { currentFile, generationFolder, isMissing, listGenerations, readCurrent } from "./generations.ts";
import { type Manifest, ManifestSchema, PIPELINE_VERSION } from "./manifest.ts";
import { GENERATION_FILES } from "./paper-index.ts";

/** What can be read of an index on disk without loading vectors or words. */
export interface StoredIndex {
  /** The generation that the papers come from; undefined where there is none that can be read. */
  readonly generation: string | undefined;
  readonly manifest: Manifest | undefined;
  readonly papers: readonly Paper[];
  /** The file that is missing or broken, where the current generation is not whole. */
  readonly damagedFile: string | undefined;
}

/**
 * Reads the papers of the current generation. Where they can't be read, those of the newest other generation that can,
 * so that a broken file costs as few papers as possible.
 * @throws {StorageError} where a file is there and may not be read.
 */
export async function readIndex(indexFolder: string): Promise<StoredIndex> {
  const current = await readCurrent(indexFolder);
  if (current.kind === "published") {
    const named = await readGeneration(indexFolder, current.generation);
    return named.papers ? storedIndex(named, named.damagedFile) : await fallBack(indexFolder, named);
  }
  const found = await readGenerations(indexFolder);
  if (current.kind === "damaged") return storedIndex(newestOf(found), currentFile(indexFolder));
  // The manifest is written last: without it, and nothing published, it is a first run that was killed or still goes on.
  const finished = found.filter(({ manifest }) => manifest !== undefined);
  return storedIndex(newestOf(finished), finished.length > 0 ? currentFile(indexFolder) : undefined);
}

/** Whether `stored` is whole, was made as papers are indexed now and with `model`, and has all the files that it needs. */
export async function isUsable(
  indexFolder: string,
  { generation, manifest, damagedFile }: StoredIndex,
  model: EmbeddingModel,
): Promise<boolean> {
  if (generation === undefined || damagedFile !== undefined) return false;
  if (manifest?.pipelineVersion !== PIPELINE_VERSION || manifest.embeddingModel !== model.fingerprint)
    return false;
  const { tokens, tokenPlaces, pieces, ...always } = GENERATION_FILES;
  const needed = [...Object.values(always), ...(model.tokens ? [tokens, tokenPlaces, pieces] : [])];
  const folder = generationFolder(indexFolder, generation);
  const areThere = await Promise.all(needed.map((file) => isThere(join(folder, file))));
  return areThere.every(Boolean);
}

interface ReadGeneration {
  readonly generation: string;
  readonly manifest: Manifest | undefined;
  readonly papers: readonly Paper[] | undefined;
  readonly damagedFile: string | undefined;
}

async function fallBack(indexFolder: string, named: ReadGeneration): Promise<StoredIndex> {
  return storedIndex(newestOf(await readGenerations(indexFolder)), named.damagedFile);
}

function storedIndex(from: ReadGeneration | undefined, damagedFile: string | undefined): StoredIndex {
  return { generation: from?.generation, manifest: from?.manifest, papers: from?.papers ?? [], damagedFile };
}

async function readGenerations(indexFolder: string): Promise<readonly ReadGeneration[]> {
  const generations = await listGenerations(indexFolder);
  return await Promise.all(generations.map((generation) => readGeneration(indexFolder, generation)));
}

/** Of those whose papers can be read; one without a manifest counts as the oldest. */
function newestOf(generations: readonly ReadGeneration[]): ReadGeneration | undefined {
  const createdAt = ({ manifest }: ReadGeneration) => manifest?.createdAt ?? "";
  return generations
    .filter(({ papers }) => papers !== undefined)
    .toSorted((a, b) => (createdAt(a) < createdAt(b) ? 1 : -1))[0];
}

async function readGeneration(indexFolder: string, generation: string): Promise<ReadGeneration> {
  const folder = generationFolder(indexFolder, generation);
  const papersFile = join(folder, GENERATION_FILES.papers);
  const manifestFile = join(folder, GENERATION_FILES.manifest);
  const [papers, manifest] = await Promise.all([
    readWhole(papersFile, z.array(PaperSchema)),
    readWhole(manifestFile, ManifestSchema),
  ]);
  const damagedFile = papers ? (manifest ? undefined : manifestFile) : papersFile;
  return { generation, manifest, papers, damagedFile };
}

/** Undefined where the file is missing or broken. */
async function readWhole<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const text = await readText(file);
  try {
    return text === undefined ? undefined : schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A file that is there and may not be read is no damage: taking it for one would rebuild the index without its papers. */
async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new StorageError(`The index file ${file} can't be read: check who owns it.`, { cause });
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
