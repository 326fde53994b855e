import { counted } from "../page/counted.ts";

/** How many papers are shown, in words. */
export function countWords(query: string, total: number): string {
  const papers = counted(total, "paper");
  if (query === "") return total === 0 ? "There are no papers here yet." : papers;
  return total === 0 ? `Nothing found for “${query}”.` : `${papers} for “${query}”`;
}
