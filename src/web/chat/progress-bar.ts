import { element } from "../page/element.ts";
import type { IndexProgress } from "../stream/answer-part.ts";
import { progressWords } from "./progress-words.ts";

/** A bar for the index being built, with the figures in words below it. */
export function progressBar(progress: IndexProgress): readonly Node[] {
  const { papersDone, papersTotal } = progress;
  const bar = { max: String(papersTotal), value: String(papersDone), "aria-label": "Papers read" };
  return [element("progress", bar), element("p", { class: "progress-words" }, progressWords(progress))];
}
