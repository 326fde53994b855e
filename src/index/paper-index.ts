import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { z } from "zod";
import { StorageError } from "../domain/errors.ts";
import { type Paper, PaperSchema } from "../domain/paper.ts";
import { type Passage, PassageSchema } from "../domain/passage.ts";
import type { EmbeddingModel, TokenEmbedder } from "../models/embedding-model.ts";
import { generationFolder, isMissing } from "./generations.ts";
import type { PaperTokens } from "./paper-tokens.ts";
import { PieceCountsSchema, pieceWeight } from "./piece-weights.ts";
import { TermCountsSchema, termWeight } from "./term-weights.ts";
import { createTitleFinder, type FindByTitle } from "./title-finder.ts";
import { readTokens, TokenPlacesSchema, tokenFileBytes } from "./token-file.ts";
import { VectraStore } from "./vectra-store.ts";
import { type AllowedPapers, openWordIndex, type PassageHit, type SearchByWords } from "./word-index.ts";

/** An opened generation: everything is in memory, and nothing that is written later changes it. */
export interface PaperIndex {
  readonly generation: string;
  /** By paperId, in the order in which papers were added. */
  readonly papers: ReadonlyMap<string, Paper>;
  /** By passageId. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** A paper's passages in the abstract's order; empty for an unknown paper. */
  passagesOf(paperId: string): readonly Passage[];
  /** Inverse document frequency of a stem over the papers. */
  weightOf(stem: string): number;
  readonly searchByWords: SearchByWords;
  readonly findByTitle: FindByTitle;
  /** Absent where the embedding model gives no tokens. */
  readonly late?: LateIndex;
  /** All passages that have a vector, by the best cosine (-1..1) of any of theirs, best first. */
  searchByVector(vector: number[], allowed: AllowedPapers): Promise<readonly PassageHit[]>;
}

/** The token vectors of papers, read from disk when they are asked for. */
export interface LateIndex {
  readonly dimensions: number;
  /** How telling a token is, 0 for punctuation: the weights of this collection. */
  readonly weightOf: (tokenId: number) => number;
  readTokens(paperIds: readonly string[]): Promise<readonly PaperTokens[]>;
}

/** The names of a generation's files. */
export const GENERATION_FILES = {
  manifest: "manifest.json",
  papers: "papers.json",
  passages: "passages.json",
  words: "words.json",
  terms: "terms.json",
  tokens: "tokens.bin",
  tokenPlaces: "tokens.json",
  pieces: "pieces.json",
  vectors: "vectors",
} as const;

/** Opens the generation that `CURRENT` names. @throws {StorageError} where its files are missing or damaged. */
export async function openPaperIndex(
  indexFolder: string,
  generation: string,
  model: EmbeddingModel,
): Promise<PaperIndex> {
  const folder = generationFolder(indexFolder, generation);
  const [papers, passages, words, terms, vectors] = await Promise.all([
    readJson(join(folder, GENERATION_FILES.papers), z.array(PaperSchema)),
    readJson(join(folder, GENERATION_FILES.passages), z.array(PassageSchema)),
    readIndexFile(join(folder, GENERATION_FILES.words)),
    readJson(join(folder, GENERATION_FILES.terms), TermCountsSchema),
    openVectors(join(folder, GENERATION_FILES.vectors), model.embeddings),
  ]);
  const late = model.tokens && (await openLateIndex(folder, model.tokens));
  const byPaper = Map.groupBy(passages, (passage) => passage.paperId);
  return {
    generation,
    papers: new Map(papers.map((paper) => [paper.paperId, paper])),
    passages: new Map(passages.map((passage) => [passage.passageId, passage])),
    passagesOf: (paperId) => byPaper.get(paperId) ?? [],
    weightOf: termWeight(terms),
    searchByWords: openWords(join(folder, GENERATION_FILES.words), words),
    findByTitle: createTitleFinder(papers),
    ...(late && { late }),
    async searchByVector(vector, allowed) {
      const filter = allowed && { paperId: { $in: [...allowed] } };
      const hits = await vectors.similaritySearchVectorWithScore(vector, Number.POSITIVE_INFINITY, filter);
      const best = new Map<string, number>();
      for (const [{ metadata }, score] of hits) {
        const passageId = String(metadata.passageId);
        if (!best.has(passageId)) best.set(passageId, score);
      }
      return [...best].map(([passageId, score]) => ({ passageId, score }));
    },
  };
}

async function openLateIndex(folder: string, embedder: TokenEmbedder): Promise<LateIndex> {
  const [places, pieces, vocabulary] = await Promise.all([
    readJson(join(folder, GENERATION_FILES.tokenPlaces), TokenPlacesSchema),
    readJson(join(folder, GENERATION_FILES.pieces), PieceCountsSchema),
    embedder.vocabulary(),
  ]);
  const file = join(folder, GENERATION_FILES.tokens);
  const { size } = await stat(file);
  if (size < tokenFileBytes(places)) throw damaged(file, undefined);
  return {
    dimensions: places.dimensions,
    weightOf: pieceWeight(pieces, vocabulary),
    readTokens: (paperIds) => readTokens(file, places, paperIds),
  };
}

/** An index without papers, for a collection that has none yet. */
export function emptyPaperIndex(): PaperIndex {
  return {
    generation: "",
    papers: new Map(),
    passages: new Map(),
    passagesOf: () => [],
    weightOf: () => 0,
    findByTitle: () => new Set(),
    searchByWords: () => [],
    searchByVector: async () => [],
  };
}

function openWords(file: string, serialised: string): SearchByWords {
  try {
    return openWordIndex(serialised);
  } catch (cause) {
    throw damaged(file, cause);
  }
}

async function openVectors(folder: string, embeddings: EmbeddingsInterface): Promise<VectraStore> {
  try {
    return await VectraStore.open(folder, embeddings);
  } catch (cause) {
    throw damaged(folder, cause);
  }
}

async function readJson<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readIndexFile(file);
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(file, cause);
  }
}

async function readIndexFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw isMissing(cause)
      ? damaged(file, cause)
      : new StorageError(`The index file ${file} can't be read.`, { cause });
  }
}

function damaged(path: string, cause: unknown): StorageError {
  return new StorageError(
    `The index is damaged at ${path}: start Footnote again, or run npm run ingest, and it is built anew from what can be read.`,
    { cause },
  );
}
