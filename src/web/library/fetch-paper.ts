import { fetchChecked } from "../stream/fetch-checked.ts";
import { RequestError } from "../stream/request-error.ts";
import { type LibraryPaper, readPaper } from "./library-paper.ts";

/**
 * Everything known about one paper.
 * @throws {RequestError} in words, also where there is no such paper; what an abort throws passes through.
 */
export async function fetchPaper(paperId: string, signal: AbortSignal): Promise<LibraryPaper> {
  const response = await fetchChecked(`/api/papers/${encodeURIComponent(paperId)}`, { signal });
  const paper = readPaper(await response.json());
  if (!paper) throw new RequestError("The server sent something that isn't a paper. Try again.");
  return paper;
}
