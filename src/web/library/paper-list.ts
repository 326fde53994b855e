import { element } from "../page/element.ts";
import { fieldsOf, listOf, numberOf, textOf } from "../page/fields.ts";
import { paperPage } from "../page/paper-links.ts";
import { fetchChecked } from "../stream/fetch-checked.ts";
import { type PaperRow, readRow } from "./library-paper.ts";

/** One stretch of the library's list. */
export interface PaperListPage {
  readonly papers: readonly PaperRow[];
  readonly total: number;
  /** Where the list goes on; undefined at its end. */
  readonly nextCursor: string | undefined;
}

const PAPERS_A_PAGE = 60;

/**
 * The papers that match `query`, best first, or all by title where it is empty.
 * @throws {RequestError} in words; what an abort throws passes through.
 */
export async function fetchPapers(
  { query, cursor }: { readonly query: string; readonly cursor?: string | undefined },
  signal: AbortSignal,
): Promise<PaperListPage> {
  const parameters = new URLSearchParams({ limit: String(PAPERS_A_PAGE), ...(query && { query }) });
  if (cursor !== undefined) parameters.set("cursor", cursor);
  const response = await fetchChecked(`/api/papers?${parameters}`, { signal });
  const body = fieldsOf(await response.json());
  const papers = listOf(body["papers"]).flatMap(readRow);
  return { papers, total: numberOf(body["total"]) ?? papers.length, nextCursor: textOf(body["nextCursor"]) };
}

/** A row of the list: the title, leading to the paper's page, and how often it was featured. */
export function paperRow({ paperId, title, published, foundOn }: PaperRow): HTMLElement {
  const details = [published, foundOn.length > 1 ? `on ${foundOn.length} pages` : undefined].filter(
    (part) => part,
  );
  return element(
    "li",
    {},
    element("a", { href: paperPage(paperId) }, title),
    ...(details.length > 0 ? [element("span", { class: "row-details" }, details.join(", "))] : []),
  );
}

/** How many papers are shown, in words. */
export function countWords(query: string, total: number): string {
  const papers = `${total.toLocaleString("en")} ${total === 1 ? "paper" : "papers"}`;
  if (query === "") return papers;
  return total === 0 ? `Nothing found for “${query}”.` : `${papers} for “${query}”`;
}
