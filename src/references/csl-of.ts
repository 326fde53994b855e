import type { Paper } from "../domain/paper.ts";
import { type AuthorName, authorName } from "./person-name.ts";
import { publishedDate } from "./published-date.ts";

/** A paper as CSL-JSON, which reference managers read (https://docs.citationstyles.org). */
export interface CslPaper {
  readonly id: string;
  readonly type: "article";
  readonly title: string;
  readonly author?: readonly AuthorName[];
  readonly issued?: { readonly "date-parts": readonly [readonly number[]] };
  readonly URL: string;
}

/** The paper with what is known of it: without authors or a date of publication it says nothing about them. */
export function cslOf({ paperId, title, authors = [], published }: Paper, url: string): CslPaper {
  const date = publishedDate(published);
  const names = authors.filter((name) => name.trim() !== "").map(authorName);
  return {
    id: paperId,
    type: "article",
    title: oneLine(title),
    ...(names.length > 0 && { author: names }),
    ...(date && { issued: { "date-parts": [date] } }),
    URL: url,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}
