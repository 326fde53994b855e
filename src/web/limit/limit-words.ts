import type { PaperFilter } from "../../domain/question.ts";
import { counted } from "../page/counted.ts";

/** What a question is limited to, in words: `2 papers`, `the page 002.txt`. */
export function limitWords({ paperIds = [], sources = [] }: PaperFilter): string {
  const [source] = sources;
  const papers = paperIds.length > 0 ? [counted(paperIds.length, "paper")] : [];
  const pages =
    source === undefined
      ? []
      : [sources.length === 1 ? `the page ${source}` : counted(sources.length, "page")];
  return [...papers, ...pages].join(" on ") || "all papers";
}
