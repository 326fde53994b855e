import { fetchPaper } from "../library/fetch-paper.ts";

/** Abstracts fetched so far, by the paper's id. */
const abstracts = new Map<string, string>();

/** A paper's abstract where it has been fetched; undefined until then. */
export function knownAbstract(paperId: string): string | undefined {
  return abstracts.get(paperId);
}

/**
 * A paper's abstract, fetched once.
 * @throws {RequestError} in words; what an abort throws passes through.
 */
export async function fetchAbstract(paperId: string, signal: AbortSignal): Promise<string> {
  const abstract = abstracts.get(paperId) ?? (await fetchPaper(paperId, signal)).abstract;
  abstracts.set(paperId, abstract);
  return abstract;
}
