import { paperDate } from "../page/date-words.ts";
import type { Source } from "../stream/answer-part.ts";
import { linkMarkdown, plainMarkdown } from "./plain-markdown.ts";

/** A paper for a list of references: `Title. Date. <URL>`. */
export function referenceWords(source: Source): string {
  const date = paperDate(source);
  const parts = [source.title.trim(), ...(date ? [date] : [])];
  return [...parts.map(asSentence), linkMarkdown(source.url)].join(" ").trim();
}

function asSentence(words: string): string {
  return `${plainMarkdown(words)}${/[.?!]$/.test(words) ? "" : "."}`;
}
