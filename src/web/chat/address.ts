import type { PaperFilter } from "../../domain/question.ts";

/** What the chat page's address says: which kept conversation it shows, and what questions are limited to. */
export interface ChatAddress {
  readonly chatId: string | undefined;
  readonly filter: PaperFilter | undefined;
}

/** Reads `?chat=…&paper=…&source=…`; papers and sources may come several times. */
export function readAddress(search: string): ChatAddress {
  const parameters = new URLSearchParams(search);
  return {
    chatId: parameters.get("chat") || undefined,
    filter: limitTo({ paperIds: parameters.getAll("paper"), sources: parameters.getAll("source") }),
  };
}

/** The path and query of that address. */
export function writeAddress({ chatId, filter }: ChatAddress): string {
  const parameters = new URLSearchParams();
  if (chatId !== undefined) parameters.set("chat", chatId);
  for (const paperId of filter?.paperIds ?? []) parameters.append("paper", paperId);
  for (const source of filter?.sources ?? []) parameters.append("source", source);
  const query = parameters.toString();
  return query === "" ? "/" : `/?${query}`;
}

/** A limit to these papers and sources, each once; undefined where that is no limit. */
export function limitTo(to: {
  readonly paperIds?: readonly string[];
  readonly sources?: readonly string[];
}): PaperFilter | undefined {
  const paperIds = [...new Set(to.paperIds)].filter((id) => id !== "");
  const sources = [...new Set(to.sources)].filter((name) => name !== "");
  if (paperIds.length === 0 && sources.length === 0) return undefined;
  return { ...(paperIds.length > 0 && { paperIds }), ...(sources.length > 0 && { sources }) };
}
