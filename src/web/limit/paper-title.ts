import { fetchPaper } from "../library/fetch-paper.ts";
import { RequestError } from "../stream/request-error.ts";

/** A paper's title; its id where the title can't be had, as while the index is being built. */
export async function paperTitle(paperId: string): Promise<string> {
  try {
    const { signal } = new AbortController();
    return (await fetchPaper(paperId, signal)).title;
  } catch (error) {
    if (error instanceof RequestError) return paperId;
    throw error;
  }
}
