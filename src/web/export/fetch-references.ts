import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { fetchReference } from "./fetch-reference.ts";

/**
 * The papers that a conversation cites as one BibTeX text, each once, in the order in which they were first cited.
 * @throws {RequestError} in words.
 */
export async function fetchReferences(turns: readonly AskedQuestion[]): Promise<string> {
  const cited = turns.flatMap(({ answer }) => answer.sources.flatMap(({ paperId }) => paperId ?? []));
  const entries = await Promise.all([...new Set(cited)].map((paperId) => fetchReference(paperId, "bibtex")));
  return entries.map((entry) => `${entry.trim()}\n`).join("\n");
}
