import { fieldsOf, listOf, textOf, textsOf } from "../page/fields.ts";

/** Where a paper was found: a saved page, with the day it was featured as that page prints it, and when it was first read. */
export interface FoundOn {
  readonly name: string;
  readonly kind: string | undefined;
  /** ISO 8601. */
  readonly firstSeenAt: string | undefined;
  readonly featuredOn: string | undefined;
}

/** A row of the library; a paper's own page adds the texts. */
export interface PaperRow {
  readonly paperId: string;
  readonly title: string;
  readonly url: string;
  readonly published: string | undefined;
  readonly foundOn: readonly FoundOn[];
}

export interface LibraryPaper extends PaperRow {
  readonly abstract: string;
  readonly rawAbstract: string;
  readonly authors: readonly string[];
}

/** A row as `/api/papers` gives it; none where it has no id. */
export function readRow(value: unknown): PaperRow[] {
  const row = fieldsOf(value);
  const paperId = textOf(row["paperId"]);
  if (paperId === undefined) return [];
  return [
    {
      paperId,
      title: textOf(row["title"]) || paperId,
      url: textOf(row["url"]) ?? "",
      published: textOf(row["published"]),
      foundOn: listOf(row["sources"]).flatMap(readFoundOn),
    },
  ];
}

/** A paper as `/api/papers/:paperId` gives it; undefined where it has no id. */
export function readPaper(value: unknown): LibraryPaper | undefined {
  const [row] = readRow(value);
  const paper = fieldsOf(value);
  return (
    row && {
      ...row,
      abstract: textOf(paper["abstract"]) ?? "",
      rawAbstract: textOf(paper["rawAbstract"]) ?? "",
      authors: textsOf(paper["authors"]),
    }
  );
}

function readFoundOn(value: unknown): FoundOn[] {
  const source = fieldsOf(value);
  const name = textOf(source["name"]);
  if (name === undefined) return [];
  const [kind, firstSeenAt, featuredOn] = ["kind", "firstSeenAt", "featuredOn"].map((field) =>
    textOf(source[field]),
  );
  return [{ name, kind, firstSeenAt, featuredOn }];
}
