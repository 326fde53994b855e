import { fieldsOf, listOf } from "../page/fields.ts";
import { fetchChecked } from "../stream/fetch-checked.ts";
import { type LibraryPaper, type PaperRow, readRow } from "./library-paper.ts";

const MOST_SIMILAR = 5;

/** A question may have twice as many characters. */
const SEARCHED_CHARACTERS = 4000;

/**
 * Up to five papers that a search for this one's title and abstract finds beside it, best first. A title alone finds those
 * that share its metaphor: “Mission: Impossible Language Models” three others that call something impossible.
 * @throws {RequestError} in words; what an abort throws passes through.
 */
export async function fetchSimilar(
  { paperId, title, abstract }: Pick<LibraryPaper, "paperId" | "title" | "abstract">,
  signal: AbortSignal,
): Promise<readonly PaperRow[]> {
  const query = `${title}\n${abstract}`.slice(0, SEARCHED_CHARACTERS);
  const response = await fetchChecked("/api/search", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, k: MOST_SIMILAR + 1 }),
    signal,
  });
  const found = listOf(fieldsOf(await response.json())["results"]).flatMap(readRow);
  return found.filter((paper) => paper.paperId !== paperId).slice(0, MOST_SIMILAR);
}
