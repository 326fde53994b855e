import { BaseDocumentLoader } from "@langchain/core/document_loaders/base";
import { Document } from "@langchain/core/documents";
import { loadPages } from "./load-pages.ts";
import type { PageProblem } from "./page.ts";

/**
 * The pages as LangChain documents, one for each entry: the raw abstract, with `title`, `page`, `line` and, where the
 * page names its day, `featuredOn` as metadata. `onProblem` is told of whatever could not be loaded.
 */
export class DailyPapersLoader extends BaseDocumentLoader {
  private readonly paths: readonly string[];
  private readonly onProblem: (problem: PageProblem) => void;

  constructor(options: {
    readonly paths: readonly string[];
    readonly onProblem: (problem: PageProblem) => void;
  }) {
    super();
    this.paths = options.paths;
    this.onProblem = options.onProblem;
  }

  /** @throws {StorageError} as `loadPages` does. */
  async load(): Promise<Document[]> {
    const { pages, problems } = await loadPages(this.paths);
    problems.forEach(this.onProblem);
    return pages.flatMap(({ name, featuredOn, entries }) =>
      entries.map(({ title, abstract, line }) => {
        const metadata = { title, page: name, line, ...(featuredOn !== undefined && { featuredOn }) };
        return new Document({ pageContent: abstract, metadata });
      }),
    );
  }
}
