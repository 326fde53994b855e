import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { RequestError } from "../stream/request-error.ts";
import { fetchReference } from "./fetch-reference.ts";
import { mapAtMost } from "./map-at-most.ts";

/** Requests under way at once: as many as browsers send to one host over HTTP/1.1. */
const AT_ONCE = 6;

/**
 * The papers that a conversation cites as one BibTeX text, each once, in the order in which they were first cited. A paper
 * that can't be had, as where it has left the collection, is named in a comment in its place. `fetchOne` gives one paper's
 * entry, or throws a `RequestError` in words.
 * @throws {RequestError} in words where none can be had.
 */
export async function fetchReferences(
  turns: readonly AskedQuestion[],
  fetchOne: (paperId: string) => Promise<string> = (paperId) => fetchReference(paperId, "bibtex"),
): Promise<string> {
  const cited = turns.flatMap(({ answer }) =>
    answer.sources.flatMap(({ paperId, title }) => (paperId ? [[paperId, title] as const] : [])),
  );
  const errors: RequestError[] = [];
  const entries = await mapAtMost([...new Map(cited)], AT_ONCE, async ([paperId, title]) => {
    try {
      return (await fetchOne(paperId)).trim();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      errors.push(error);
      return comment(`Missing: “${title}” (${paperId}). ${error.message}`);
    }
  });
  const [error] = errors;
  if (error && errors.length === entries.length) throw error;
  return entries.map((entry) => `${entry}\n`).join("\n");
}

/** BibTeX passes over what stands between entries, up to the next `@`; some readers ask for a `%` before it. */
function comment(words: string): string {
  const line = words
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replaceAll("@", "(at)")
    .replace(/[{}\\]/g, "");
  return `% ${line}`;
}
