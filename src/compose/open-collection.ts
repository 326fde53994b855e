import type { Config } from "../config.ts";
import type { IndexProgress } from "../domain/answer.ts";
import { StorageError } from "../domain/errors.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { standingAlone } from "../domain/question.ts";
import { openPaperIndex } from "../index/paper-index.ts";
import { indexFolderOf, updateIndexWith } from "../index/update-index.ts";
import { type RetrieveOptions, retrieve } from "../retrieval/retrieve.ts";
import { createEmbeddingModel } from "./create-embedding-model.ts";
import { createReranker } from "./create-reranker.ts";
import { waitNotice } from "./prepare-index.ts";

/** A collection of papers that can be searched, and nothing more: what a retrieval benchmark needs. */
export interface Collection {
  search(question: string, options: RetrieveOptions): Promise<readonly RankedPaper[]>;
}

/**
 * Indexes exactly these papers under the configuration's data folder, or opens the index that was made of them before.
 * @throws {StorageError} where there are no papers, or the data folder can't be used.
 * @throws {ModelError} where the embedding model can't be had.
 */
export async function openCollection(
  config: Config,
  papers: readonly Paper[],
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (progress: IndexProgress) => void;
    readonly onNotice: (notice: string) => void;
  },
): Promise<Collection> {
  const model = await createEmbeddingModel(config, options.onNotice);
  const { generation } = await updateIndexWith(() => ({ papers, problems: [] }), {
    ...options,
    model,
    dataDir: config.dataDir,
    mayReembed: true,
    now: Date.now,
    onWait: () => options.onNotice(waitNotice(config)),
  });
  if (generation === undefined) throw new StorageError("The collection holds no papers.");
  const index = await openPaperIndex(indexFolderOf(config.dataDir), generation, model);
  const reranker = createReranker(config, options.onNotice);
  await Promise.all([model.warm(), reranker?.warm()]);
  return {
    search: (question, searchOptions) =>
      retrieve({ index, model, reranker }, standingAlone(question), searchOptions),
  };
}
