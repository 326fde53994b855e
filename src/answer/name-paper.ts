import type { Paper } from "../domain/paper.ts";

/** A name that a title opens with, before its colon. */
const NAMED_TITLE = /^(?<name>.{2,60}?):\s/u;

/** What a paper is called in an answer, its source carrying the whole title: the name before the colon, or the title. */
export function nameOf({ title }: Paper): string {
  return NAMED_TITLE.exec(title)?.groups?.name ?? title;
}
