/** The orders of the library's list. */
export const SORTS = ["title", "added", "relevance"] as const;
export type Sort = (typeof SORTS)[number];

/** What the library's address says; `sort` is undefined where it is the usual one. */
export interface LibraryAddress {
  readonly query: string;
  readonly sort: Sort | undefined;
}

/** The order without a choice: best first where there is a query, else by title. */
export function usualSort(query: string): Sort {
  return query === "" ? "title" : "relevance";
}

/** Reads `?query=…&sort=…`; an order that makes no sense there is left out. */
export function readLibraryAddress(search: string): LibraryAddress {
  const parameters = new URLSearchParams(search);
  const query = (parameters.get("query") ?? "").trim();
  const sort = SORTS.find((name) => name === parameters.get("sort"));
  const isUsual = sort === usualSort(query) || (sort === "relevance" && query === "");
  return { query, sort: isUsual ? undefined : sort };
}

/** The path and query of that address. */
export function writeLibraryAddress({ query, sort }: LibraryAddress): string {
  const parameters = new URLSearchParams({ ...(query && { query }), ...(sort && { sort }) });
  return parameters.size === 0 ? "/papers" : `/papers?${parameters}`;
}
