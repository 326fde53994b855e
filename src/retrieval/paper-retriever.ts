import { Document, type DocumentInterface } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import type { RankedPaper } from "../domain/evidence.ts";

/** The retrieval behind LangChain's `BaseRetriever`: one document a passage, papers in order, best passage first. */
export class PaperRetriever extends BaseRetriever {
  override lc_namespace = ["footnote", "retrieval"];
  readonly #search: (question: string) => Promise<readonly RankedPaper[]>;

  constructor(search: (question: string) => Promise<readonly RankedPaper[]>) {
    super();
    this.#search = search;
  }

  override async _getRelevantDocuments(question: string): Promise<DocumentInterface[]> {
    const papers = await this.#search(question);
    return papers.flatMap(({ paper, passages }) =>
      passages.map(({ passage, score }) => toDocument(paper.title, passage, score)),
    );
  }
}

function toDocument(
  title: string,
  passage: RankedPaper["passages"][number]["passage"],
  score: number,
): DocumentInterface {
  const { passageId, paperId, text, start, end } = passage;
  return new Document({
    id: passageId,
    pageContent: text,
    metadata: { passageId, paperId, title, start, end, score },
  });
}
