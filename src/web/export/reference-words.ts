import { dateWords } from "../page/date-words.ts";
import type { Source } from "../stream/answer-part.ts";
import { absoluteAddress } from "./absolute-links.ts";
import { linkMarkdown, plainMarkdown } from "./plain-markdown.ts";

/** A paper for a list of references: `Title. Date. <URL>`; `origin` is that of the page's own addresses. */
export function referenceWords(source: Source, origin: string): string {
  const date = dateOf(source);
  const parts = [titleSentence(source), ...(date === undefined ? [] : [date])];
  return [...parts, linkMarkdown(absoluteAddress(source.url, origin))].join(" ").trim();
}

/** A paper's title with the full stop that it may need. */
export function titleSentence({ title }: Pick<Source, "title">): string {
  const words = title.trim();
  return `${plainMarkdown(words)}${/[.?!]$/.test(words) ? "" : "."}`;
}

/** The day on which a page featured a paper is no date of publication: it is said what it is. */
function dateOf({ published, featuredOn }: Source): string | undefined {
  if (published) return `${plainMarkdown(dateWords(published))}.`;
  if (!featuredOn) return undefined;
  return `Date of publication unknown, featured on a page of ${plainMarkdown(dateWords(featuredOn))}.`;
}
