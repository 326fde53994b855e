import { readDay } from "./read-day.ts";

/** A byline is short; a title that happens to begin with "by AK" would have to be as short to be taken for one. */
const BYLINE = /^by ?AK\b.{0,60}$/i;
const HEADER_LINES = [/^new$/i, /^get trending papers\b.{0,60}$/i, /^subscribe$/i, /^daily papers$/i, BYLINE];

/** Whether a line belongs to the header of a daily-papers page: `new`, `Subscribe`, `byAK…`, a day such as `Jul 30`. */
export function isHeaderLine(line: string): boolean {
  const text = line.trim();
  return HEADER_LINES.some((pattern) => pattern.test(text)) || readDay(text) !== undefined;
}

/** Finds where the header ends and which day it names. A page without a header starts at its first line. */
export function readPageHeader(lines: readonly string[]): { bodyStart: number; featuredOn?: string } {
  const firstOfBody = lines.findIndex((line) => line.trim() !== "" && !isHeaderLine(line));
  const bodyStart = firstOfBody === -1 ? lines.length : firstOfBody;
  const featuredOn = lines
    .slice(0, bodyStart)
    .map((line) => readDay(line.trim()))
    .find((day) => day !== undefined);
  return { bodyStart, ...(featuredOn !== undefined && { featuredOn }) };
}
