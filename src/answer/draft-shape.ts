import type { CodeKind } from "./marker-reader.ts";

/** Stands in the shape of a draft for a group of markers. These are private-use characters, so no writer means them. */
export const MARKER_CHARACTER = "\uE000";
/** Stands for each character of fenced code, whose line ends stay. */
export const FENCE_CHARACTER = "\uE001";
/** Stands for each character of a code span. */
const SPAN_CHARACTER = "\uE002";

/** What the ends of sentences are looked for in: text of the same length, where code has no stops and no quotation marks. */
export function shapeOf(text: string, code: CodeKind | undefined): string {
  if (code) return text.replace(/[^\n]/g, code === "fence" ? FENCE_CHARACTER : SPAN_CHARACTER);
  return text.replace(/[\uE000-\uE002]/g, "\uE003");
}
