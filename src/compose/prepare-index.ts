import type { Config } from "../config.ts";
import type { IndexProgress } from "../domain/answer.ts";
import { ModelError, StorageError } from "../domain/errors.ts";
import { currentGeneration } from "../index/generations.ts";
import { emptyPaperIndex, openPaperIndex, type PaperIndex } from "../index/paper-index.ts";
import { isUsable, readIndex, type StoredIndex } from "../index/read-index.ts";
import { type IndexUpdate, indexFolderOf, updateIndex } from "../index/update-index.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import { loadPages } from "../pages/load-pages.ts";
import type { Page, PageProblem } from "../pages/page.ts";
import { createEmbeddingModel } from "./create-embedding-model.ts";

/** An index with the model that its vectors were made with, loaded and warm. */
export interface PreparedIndex {
  readonly index: PaperIndex;
  readonly model: EmbeddingModel;
}

export interface PrepareOptions {
  /** Saved pages or folders of them; the seeds folder where it is absent. */
  readonly paths?: readonly string[];
  readonly mayReembed: boolean;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IndexProgress) => void;
  readonly onNotice: (notice: string) => void;
  /** An index that can be answered from; called again when a newer one is ready. */
  readonly onOpened: (opened: PreparedIndex) => void;
}

/**
 * Brings the index up to date with the pages and opens it. An index that is there already and fits is opened first, so
 * that questions need not wait for new papers; one that is damaged is built again.
 * @throws {FootnoteError} in words for what can't be read, written or loaded; without any paper, an empty index is opened
 * all the same.
 */
export async function prepareIndex(config: Config, options: PrepareOptions): Promise<IndexUpdate> {
  const model = await createEmbeddingModel(config, options.onNotice);
  const indexFolder = indexFolderOf(config.dataDir);
  const open = async (generation: string) => {
    const [index] = await Promise.all([openPaperIndex(indexFolder, generation, model), model.warm()]);
    options.onOpened({ index, model });
  };
  const stored = await readIndex(indexFolder);
  const isFit = await isUsable(indexFolder, stored, model);
  const { generation, brokenGeneration } = isFit ? await openStored(stored, open, options) : {};
  const openEmpty = () => options.onOpened({ index: emptyPaperIndex(), model });
  const pages = await loadWhatIsThere(config, options, { hasPapers: stored.papers.length > 0, openEmpty });
  if (options.paths && pages.every(({ entries }) => entries.length === 0)) {
    throw new StorageError(
      `No paper was found in ${options.paths.join(", ")}: are these saved daily-papers pages?`,
    );
  }
  const update = await updateIndex(pages, {
    ...options,
    ...(brokenGeneration !== undefined && { brokenGeneration }),
    model,
    dataDir: config.dataDir,
    onWait: () => options.onNotice(waitNotice(config)),
  });
  for (const problem of update.problems) options.onNotice(describeProblem(problem));
  if (update.generation === undefined) {
    openEmpty();
    throw new StorageError(`No papers were found in ${(options.paths ?? [config.seedsDir]).join(", ")}.`);
  }
  if (update.generation !== generation) await open(update.generation);
  return update;
}

/** The index that another process has published since `opened` was opened, or undefined where there is none that fits. */
export async function openNewer(
  config: Config,
  { index, model }: PreparedIndex,
): Promise<PreparedIndex | undefined> {
  const indexFolder = indexFolderOf(config.dataDir);
  const stored = await readIndex(indexFolder);
  const { generation } = stored;
  if (generation === undefined || generation === index.generation) return undefined;
  if (!(await isUsable(indexFolder, stored, model))) return undefined;
  return { index: await openPaperIndex(indexFolder, generation, model), model };
}

/** Whether another generation than the opened one is published; reads one small file. */
export async function isSuperseded(config: Config, { index }: PreparedIndex): Promise<boolean> {
  const generation = await currentGeneration(indexFolderOf(config.dataDir));
  return generation !== undefined && generation !== index.generation;
}

interface Opening {
  readonly generation?: string;
  readonly brokenGeneration?: string;
}

/** Vectors, words and the like are only read here: where one of them is broken, the papers are there to build it again. */
async function openStored(
  { generation, papers }: StoredIndex,
  open: (generation: string) => Promise<void>,
  { onNotice }: PrepareOptions,
): Promise<Opening> {
  if (generation === undefined) return {};
  try {
    await open(generation);
    return { generation };
  } catch (error) {
    // Whatever else opening trips over lies in the generation's files, broken JSON for one.
    if (error instanceof ModelError) throw error;
    onNotice(
      `A file of the index generation ${generation} is damaged: it is built again from its ${papers.length} papers.`,
    );
    return { brokenGeneration: generation };
  }
}

/** A seeds folder that can't be read stops nothing where papers are indexed already: they are served, and a notice says why no new ones came. */
async function loadWhatIsThere(
  config: Config,
  options: PrepareOptions,
  { hasPapers, openEmpty }: { readonly hasPapers: boolean; readonly openEmpty: () => void },
): Promise<readonly Page[]> {
  try {
    const { pages, problems } = await loadPages(options.paths ?? [config.seedsDir]);
    for (const problem of problems) options.onNotice(describeProblem(problem));
    return pages;
  } catch (error) {
    if (!(error instanceof StorageError) || options.paths) throw error;
    if (!hasPapers) {
      openEmpty();
      throw error;
    }
    options.onNotice(`${error.message} The papers indexed before are served.`);
    return [];
  }
}

function describeProblem({ file, line, message }: PageProblem): string {
  return `${file}, line ${line}: ${message}`;
}

/** What is told once while another process holds the writer's lock. */
export function waitNotice({ dataDir }: Config): string {
  return `Another process is writing the index in ${dataDir}: waiting for it to finish.`;
}
