import { dateWords } from "../page/date-words.ts";
import { element } from "../page/element.ts";
import { kindWords } from "./kind-words.ts";
import type { FoundOn } from "./library-paper.ts";

/** One place where a paper was found, in words: its name, what it is, the day it featured the paper, and when it was read. */
export function foundOnRow({ name, kind, featuredOn, firstSeenAt }: FoundOn): HTMLElement {
  const details = [
    "",
    ...(kind ? [kindWords(kind)] : []),
    ...(featuredOn ? [`featured on ${dateWords(featuredOn)}`] : []),
    ...(firstSeenAt ? [`first seen on ${dateWords(firstSeenAt.slice(0, "YYYY-MM-DD".length))}`] : []),
  ];
  return element("li", {}, element("span", { class: "source-name" }, name), details.join(", "));
}
