import { Document, type DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import { LocalIndex, type MetadataFilter } from "vectra";
import { z } from "zod";

/** What a stored vector carries: enough to find its passage and to filter by paper. */
const VectorMetadataSchema = z.object({ passageId: z.string(), paperId: z.string() });
type VectorMetadata = z.infer<typeof VectorMetadataSchema>;

/**
 * Vectors of passages, or of parts of them, in a vectra index, behind LangChain's `VectorStore`. The texts stay in the index's own files: a
 * document's `pageContent` comes back empty and its `metadata` names passage and paper.
 */
export class VectraStore extends VectorStore {
  declare FilterType: MetadataFilter;
  readonly #index: LocalIndex<VectorMetadata>;

  private constructor(embeddings: EmbeddingsInterface, index: LocalIndex<VectorMetadata>) {
    super(embeddings, {});
    this.#index = index;
  }

  /** Opens the vectors under `folder` and reads them into memory. */
  static async open(folder: string, embeddings: EmbeddingsInterface): Promise<VectraStore> {
    const index = new LocalIndex<VectorMetadata>(folder);
    await index.getIndexStats();
    return new VectraStore(embeddings, index);
  }

  /** Begins an empty store under `folder`, in place of one that is there. */
  static async create(folder: string, embeddings: EmbeddingsInterface): Promise<VectraStore> {
    const index = new LocalIndex<VectorMetadata>(folder);
    await index.createIndex({ version: 1, deleteIfExists: true });
    return new VectraStore(embeddings, index);
  }

  override _vectorstoreType(): string {
    return "vectra";
  }

  /**
   * Adds all vectors or none; `metadata` of each document names its `passageId` and `paperId`. A document with an id of its
   * own is a part of that passage.
   */
  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<string[]> {
    const items = documents.map((document, position) => {
      const { passageId, paperId } = VectorMetadataSchema.parse(document.metadata);
      return {
        id: document.id ?? passageId,
        vector: vectors[position] ?? [],
        metadata: { passageId, paperId },
      };
    });
    await this.#index.batchInsertItems(items);
    return items.map((item) => item.id);
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map((document) => document.pageContent));
    return await this.addVectors(vectors, documents);
  }

  /** The `count` nearest vectors by cosine (-1..1), best first. */
  override async similaritySearchVectorWithScore(
    vector: number[],
    count: number,
    filter?: this["FilterType"],
  ): Promise<[DocumentInterface, number][]> {
    const hits = await this.#index.queryItems(vector, "", count, filter);
    return hits.map(({ item, score }) => [new Document({ pageContent: "", metadata: item.metadata }), score]);
  }
}
