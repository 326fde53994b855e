import { fetchChecked } from "../stream/fetch-checked.ts";

/** A form in which the server tells how to refer to a paper. */
export type ReferenceFormat = "bibtex" | "text";

/**
 * How to refer to a paper.
 * @throws {RequestError} in words.
 */
export async function fetchReference(paperId: string, format: ReferenceFormat): Promise<string> {
  const address = `/api/papers/${encodeURIComponent(paperId)}?format=${format}`;
  const response = await fetchChecked(address, { signal: new AbortController().signal });
  return (await response.text()).trim();
}
