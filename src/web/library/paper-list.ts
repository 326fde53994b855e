import { paperDate } from "../page/date-words.ts";
import { element } from "../page/element.ts";
import { fieldsOf, listOf, numberOf, textOf } from "../page/fields.ts";
import { paperPage } from "../page/paper-links.ts";
import { fetchChecked } from "../stream/fetch-checked.ts";
import type { Sort } from "./library-address.ts";
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
 * The papers that match `query`, or all where it is empty; best first, or by title, unless `sort` says otherwise.
 * @throws {RequestError} in words; what an abort throws passes through.
 */
export async function fetchPapers(
  {
    query,
    sort,
    cursor,
  }: {
    readonly query: string;
    readonly sort?: Sort | undefined;
    readonly cursor?: string | undefined;
  },
  signal: AbortSignal,
): Promise<PaperListPage> {
  const parameters = new URLSearchParams({ limit: String(PAPERS_A_PAGE), ...(query && { query }) });
  if (sort !== undefined) parameters.set("sort", sort);
  if (cursor !== undefined) parameters.set("cursor", cursor);
  const response = await fetchChecked(`/api/papers?${parameters}`, { signal });
  const body = fieldsOf(await response.json());
  const papers = listOf(body["papers"]).flatMap(readRow);
  return { papers, total: numberOf(body["total"]) ?? papers.length, nextCursor: textOf(body["nextCursor"]) };
}

/** A row of the list: a box to choose the paper, its title, leading to its page, its date, and how often it was featured. */
export function paperRow({ paperId, title, published, foundOn }: PaperRow): HTMLElement {
  const details = [
    paperDate({ published, featuredOn: foundOn[0]?.featuredOn }),
    foundOn.length > 1 ? `on ${foundOn.length} pages` : undefined,
  ].filter((part) => part);
  return element(
    "li",
    {},
    element("input", { type: "checkbox", value: paperId, "aria-label": `Choose ${title}` }),
    element(
      "div",
      {},
      element("a", { href: paperPage(paperId) }, title),
      ...(details.length > 0 ? [element("span", { class: "row-details" }, details.join(", "))] : []),
    ),
  );
}
