import { join } from "node:path";
import { ModelError, StorageError } from "../domain/errors.ts";
import type { Paper } from "../domain/paper.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import type { Page, PageProblem } from "../pages/page.ts";
import { collectPapers } from "../papers/collect-papers.ts";
import { buildGeneration } from "./build-generation.ts";
import type { EmbedParts } from "./embed-papers.ts";
import { createEmbeddingCache } from "./embedding-cache.ts";
import { beginGeneration, generationFolder, publishGeneration } from "./generations.ts";
import type { Manifest } from "./manifest.ts";
import { isUsable, readIndex, type StoredIndex } from "./read-index.ts";
import { withWriterLock } from "./writer-lock.ts";

export interface UpdateParts extends Omit<EmbedParts, "cache"> {
  readonly dataDir: string;
  readonly model: EmbeddingModel;
  /** Embed everything again where the index was made with another embedding model. */
  readonly mayReembed: boolean;
  /** Told once where another process holds the writer's lock. */
  readonly onWait: () => void;
  /** Told that a damaged index is built again, and from what. */
  readonly onNotice?: (notice: string) => void;
  /** A generation that could not be opened: it is built again even where nothing else is to be done. */
  readonly brokenGeneration?: string;
}

export interface IndexUpdate {
  /** Undefined where there is no paper at all. */
  readonly generation: string | undefined;
  readonly paperCount: number;
  readonly hasChanged: boolean;
  readonly problems: readonly PageProblem[];
}

/** Where the index lies under the data folder. */
export function indexFolderOf(dataDir: string): string {
  return join(dataDir, "index");
}

/** Gives the papers that the index should hold, from those that it holds; `seenAt` is an ISO time. */
export type CollectPapers = (
  known: readonly Paper[],
  seenAt: string,
) => { readonly papers: readonly Paper[]; readonly problems: readonly PageProblem[] };

/** Brings the index up to date with `pages`: new papers are added, changed ones embedded again, none removed. */
export async function updateIndex(pages: readonly Page[], parts: UpdateParts): Promise<IndexUpdate> {
  return await updateIndexWith((known, seenAt) => collectPapers(pages, { seenAt, known }), parts);
}

/**
 * Brings the index up to date with the papers that `collect` gives. Takes the writer's lock only where something has to be
 * written. A damaged index is built again from the papers that can still be read.
 * @throws {ModelError} where the index was made with another embedding model and `mayReembed` is not set.
 * @throws {StorageError} where the data folder can't be read or written, or an index is there and no paper of it can be
 * read.
 */
export async function updateIndexWith(collect: CollectPapers, parts: UpdateParts): Promise<IndexUpdate> {
  const plan = await planUpdate(collect, parts);
  if (!plan.isStale) return resultOf(plan, plan.stored.generation, false);
  return await withWriterLock(parts.dataDir, parts, async (signal) => {
    // What was read before the lock was held may have been overtaken by another writer.
    const lockedPlan = await planUpdate(collect, parts);
    if (!lockedPlan.isStale) return resultOf(lockedPlan, lockedPlan.stored.generation, false);
    tellOfDamage(lockedPlan.stored, parts);
    const generation = await writeGeneration(lockedPlan.papers, { ...parts, signal });
    return resultOf(lockedPlan, generation, true);
  });
}

interface UpdatePlan {
  readonly stored: StoredIndex;
  readonly papers: readonly Paper[];
  readonly problems: readonly PageProblem[];
  readonly isStale: boolean;
}

async function planUpdate(collect: CollectPapers, parts: UpdateParts): Promise<UpdatePlan> {
  const indexFolder = indexFolderOf(parts.dataDir);
  const stored = await readIndex(indexFolder);
  const { papers, problems } = collect(stored.papers, new Date(parts.now()).toISOString());
  const { manifest } = stored;
  if (manifest && manifest.embeddingModel !== parts.model.fingerprint && !parts.mayReembed) {
    throw otherModel(manifest, parts.model);
  }
  const isUpToDate =
    stored.generation !== parts.brokenGeneration &&
    JSON.stringify(stored.papers) === JSON.stringify(papers) &&
    (await isUsable(indexFolder, stored, parts.model));
  const isStale = stored.damagedFile !== undefined || (papers.length > 0 && !isUpToDate);
  return { stored, papers, problems, isStale };
}

function tellOfDamage(stored: StoredIndex, { dataDir, onNotice }: UpdateParts): void {
  const { damagedFile, generation, manifest, papers } = stored;
  if (damagedFile === undefined) return;
  if (generation === undefined) {
    throw new StorageError(
      `The index is damaged at ${damagedFile}, and none of its papers can be read. Put the file back from a copy if there is one. ` +
        `Otherwise move ${indexFolderOf(dataDir)} away and start again: the papers of the seeds folder are indexed anew, ` +
        "and those ingested from elsewhere will have to be ingested again.",
    );
  }
  const when = manifest ? ` of ${manifest.createdAt}` : "";
  onNotice?.(
    `The index is damaged at ${damagedFile}: it is built again with the ${papers.length} papers that can still be read${when}. ` +
      "Papers that are missing afterwards have to be ingested again.",
  );
}

async function writeGeneration(papers: readonly Paper[], parts: UpdateParts): Promise<string> {
  const indexFolder = indexFolderOf(parts.dataDir);
  const { fingerprint, tokens } = parts.model;
  const cache = createEmbeddingCache(join(parts.dataDir, "embeddings"), fingerprint, tokens?.dimensions);
  try {
    const generation = await beginGeneration(indexFolder);
    await buildGeneration(generationFolder(indexFolder, generation), papers, { ...parts, cache });
    parts.signal.throwIfAborted();
    await publishGeneration(indexFolder, generation);
    return generation;
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause) {
      throw new StorageError(
        `The index under ${parts.dataDir} can't be written (${cause.message}): check free space and rights, or set DATA_DIR.`,
        { cause },
      );
    }
    throw cause;
  }
}

function resultOf(plan: UpdatePlan, generation: string | undefined, hasChanged: boolean): IndexUpdate {
  return { generation, paperCount: plan.papers.length, hasChanged, problems: plan.problems };
}

function otherModel(manifest: Manifest, model: EmbeddingModel): ModelError {
  return new ModelError(
    `The index was made with the embedding model ${manifest.embeddingModel}, and ${model.fingerprint} is now asked for. ` +
      `Changing over embeds ${manifest.passageCount} passages of ${manifest.papers.length} papers again: ` +
      "do it with `npm run ingest -- --reembed`, or set EMBEDDING_MODEL back.",
  );
}
