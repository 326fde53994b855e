import { Document } from "@langchain/core/documents";
import { TextSplitter } from "@langchain/textsplitters";
import { MAX_PASSAGE_CHARACTERS } from "./group-sentences.ts";
import { splitText } from "./split-passages.ts";

/** Footnote's passages for LangChain. Documents split by it say in `start` and `end` where in the whole they stood. */
export class PassageSplitter extends TextSplitter {
  constructor() {
    super({ chunkSize: MAX_PASSAGE_CHARACTERS, chunkOverlap: 0 });
  }

  async splitText(text: string): Promise<string[]> {
    return splitText(text).map(({ start, end }) => text.slice(start, end));
  }

  override async splitDocuments(documents: Document[]): Promise<Document[]> {
    return documents.flatMap(({ pageContent, metadata }) =>
      splitText(pageContent).map(
        ({ start, end }) =>
          new Document({ pageContent: pageContent.slice(start, end), metadata: { ...metadata, start, end } }),
      ),
    );
  }
}
