import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import type { IndexProgress } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import type { Passage } from "../domain/passage.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import { contentHash } from "../papers/content-hash.ts";
import { embeddingText, splitPassages } from "../passages/split-passages.ts";
import type { EmbeddingCache } from "./embedding-cache.ts";
import { type Manifest, PIPELINE_VERSION } from "./manifest.ts";
import { GENERATION_FILES } from "./paper-index.ts";
import { countTerms } from "./term-weights.ts";
import { VectraStore } from "./vectra-store.ts";
import { serialiseWordIndex } from "./word-index.ts";

/** Papers embedded at a time: some 20 passages, enough to sort by length, few enough for progress to move smoothly. */
const PAPERS_AT_A_TIME = 4;

export interface BuildParts {
  readonly model: EmbeddingModel;
  readonly cache: EmbeddingCache;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IndexProgress) => void;
}

/** A paper with its passages, and their vectors in the same order. */
interface EmbeddedPaper {
  readonly passages: readonly Passage[];
  readonly vectors: number[][];
}

/** Writes a whole generation into `folder`: passages, vectors, words, papers, and last the manifest. */
export async function buildGeneration(
  folder: string,
  papers: readonly Paper[],
  parts: BuildParts,
): Promise<void> {
  const embedded = await embedPapers(papers, parts);
  const passages = embedded.flatMap((paper) => paper.passages);
  const store = await VectraStore.create(join(folder, GENERATION_FILES.vectors), parts.model.embeddings);
  await store.addVectors(
    embedded.flatMap((paper) => paper.vectors),
    passages.map(
      ({ passageId, paperId }) => new Document({ pageContent: "", metadata: { passageId, paperId } }),
    ),
  );
  const words = serialiseWordIndex(new Map(papers.map((paper) => [paper.paperId, paper])), passages);
  const manifest: Manifest = {
    pipelineVersion: PIPELINE_VERSION,
    embeddingModel: parts.model.fingerprint,
    createdAt: new Date(parts.now()).toISOString(),
    passageCount: passages.length,
    papers: papers.map((paper) => ({ paperId: paper.paperId, contentHash: contentHash(paper) })),
  };
  const write = (file: string, text: string) => writeFile(join(folder, file), text);
  await write(GENERATION_FILES.words, words);
  await write(GENERATION_FILES.terms, JSON.stringify(countTerms(papers)));
  await write(GENERATION_FILES.passages, JSON.stringify(passages));
  await write(GENERATION_FILES.papers, JSON.stringify(papers));
  await write(GENERATION_FILES.manifest, JSON.stringify(manifest));
}

async function embedPapers(papers: readonly Paper[], parts: BuildParts): Promise<readonly EmbeddedPaper[]> {
  const report = progressOf(papers.length, parts);
  const embedded: EmbeddedPaper[] = [];
  report(0, 0);
  let papersEmbedded = 0;
  for (let from = 0; from < papers.length; from += PAPERS_AT_A_TIME) {
    parts.signal.throwIfAborted();
    const group = papers.slice(from, from + PAPERS_AT_A_TIME);
    const { found, madeCount } = await embedGroup(group, parts);
    embedded.push(...found);
    papersEmbedded += madeCount;
    report(embedded.length, papersEmbedded);
  }
  return embedded;
}

async function embedGroup(
  group: readonly Paper[],
  { model, cache }: BuildParts,
): Promise<{ readonly found: readonly EmbeddedPaper[]; readonly madeCount: number }> {
  const wanted = await Promise.all(
    group.map(async (paper) => {
      const passages = splitPassages(paper);
      const texts = passages.map((passage) => embeddingText(paper, passage));
      return { passages, texts, kept: await cache.find(texts) };
    }),
  );
  const made = wanted.filter((paper) => paper.kept === undefined);
  const vectors = await model.embeddings.embedDocuments(made.flatMap((paper) => paper.texts));
  const found: EmbeddedPaper[] = [];
  for (const { passages, texts, kept } of wanted) {
    const own = kept ?? vectors.splice(0, texts.length);
    if (kept === undefined) await cache.keep(texts, own);
    found.push({ passages, vectors: own });
  }
  return { found, madeCount: made.length };
}

/** The rate counts only papers that had to be embedded: those found in the cache take no time worth telling. */
function progressOf(papersTotal: number, { now, onProgress }: BuildParts) {
  const startedAt = now();
  return (papersDone: number, papersEmbedded: number): void => {
    const seconds = (now() - startedAt) / 1000;
    const papersPerSecond = seconds > 0 ? papersEmbedded / seconds : 0;
    onProgress({
      papersDone,
      papersTotal,
      papersPerSecond,
      ...(papersPerSecond > 0 && { secondsLeft: (papersTotal - papersDone) / papersPerSecond }),
    });
  };
}
