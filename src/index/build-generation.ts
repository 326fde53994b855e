import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import type { Paper } from "../domain/paper.ts";
import { contentHash } from "../papers/content-hash.ts";
import { type EmbeddedPapers, type EmbedParts, embedPapers } from "./embed-papers.ts";
import { type Manifest, PIPELINE_VERSION } from "./manifest.ts";
import { GENERATION_FILES } from "./paper-index.ts";
import { keepTokens } from "./paper-tokens.ts";
import { isCommonPiece } from "./piece-weights.ts";
import { countTerms } from "./term-weights.ts";
import { writeTokenFile } from "./token-file.ts";
import { VectraStore } from "./vectra-store.ts";
import { serialiseWordIndex } from "./word-index.ts";

/** Writes a whole generation into `folder`: passages, vectors, tokens, words, papers, and last the manifest. */
export async function buildGeneration(
  folder: string,
  papers: readonly Paper[],
  parts: EmbedParts,
): Promise<void> {
  const embedded = await embedPapers(papers, parts);
  const passages = embedded.papers.flatMap((paper) => paper.passages);
  const write = (file: string, content: string) => writeFile(join(folder, file), content);
  await writeVectors(join(folder, GENERATION_FILES.vectors), embedded, parts);
  await writeTokens(folder, embedded, parts);
  const byId = new Map(papers.map((paper) => [paper.paperId, paper]));
  await write(GENERATION_FILES.words, serialiseWordIndex(byId, passages));
  await write(GENERATION_FILES.terms, JSON.stringify(countTerms(papers)));
  await write(GENERATION_FILES.passages, JSON.stringify(passages));
  await write(GENERATION_FILES.papers, JSON.stringify(papers));
  const manifest: Manifest = {
    pipelineVersion: PIPELINE_VERSION,
    embeddingModel: parts.model.fingerprint,
    createdAt: new Date(parts.now()).toISOString(),
    passageCount: passages.length,
    papers: papers.map((paper) => ({ paperId: paper.paperId, contentHash: contentHash(paper) })),
  };
  await write(GENERATION_FILES.manifest, JSON.stringify(manifest));
}

async function writeVectors(
  folder: string,
  { papers }: EmbeddedPapers,
  { model }: EmbedParts,
): Promise<void> {
  const store = await VectraStore.create(folder, model.embeddings);
  const found = papers.flatMap(({ windows, vectors }) =>
    windows.flatMap((window, position) => {
      const vector = vectors[position] ?? [];
      // Of a text without a piece that tells something; such a paper is found by its words.
      return vector.every((value) => value === 0) ? [] : [{ window, vector }];
    }),
  );
  await store.addVectors(
    found.map(({ vector }) => vector),
    found.map(
      ({ window: { windowId, passageId, paperId } }) =>
        new Document({ id: windowId, pageContent: "", metadata: { passageId, paperId } }),
    ),
  );
}

/** Only where the model gives tokens. */
async function writeTokens(
  folder: string,
  { papers, pieces }: EmbeddedPapers,
  { model }: EmbedParts,
): Promise<void> {
  if (!pieces || !model.tokens) return;
  const { dimensions } = model.tokens;
  const isKept = (tokenId: number) => !isCommonPiece(pieces, tokenId);
  const withTokens = papers.flatMap(({ paper, tokens }) =>
    tokens ? [[paper.paperId, keepTokens(tokens, dimensions, isKept)] as const] : [],
  );
  const file = join(folder, GENERATION_FILES.tokens);
  const places = await writeTokenFile(file, withTokens, dimensions);
  await writeFile(join(folder, GENERATION_FILES.tokenPlaces), JSON.stringify(places));
  await writeFile(join(folder, GENERATION_FILES.pieces), JSON.stringify(pieces));
}
