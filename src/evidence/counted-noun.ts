import { contentTerms, fold } from "../text/terms.ts";
import { figuresIn } from "./figures.ts";

/** What is counted: up to four words after "how many". */
const COUNTED = /\bhow many ((?:[\p{L}\p{N}-]+ ){0,3}[\p{L}\p{N}-]+)/iu;

/** How far from a figure its noun may stand, in characters before and behind it. */
const BEFORE = 40;
const BEHIND = 60;

/** Whether the question asks how many of something while no figure of the text, but those of the question, stands near a word for it. */
export function lacksCounted(question: string, text: string): boolean {
  const counted = COUNTED.exec(question)?.[1];
  if (counted === undefined) return false;
  const stems = new Set(contentTerms(counted).map((term) => term.stem));
  if (stems.size === 0) return false;
  const given = new Set(figuresIn(question).map(({ written }) => written));
  const near = figuresIn(text)
    .filter(({ written }) => !given.has(written))
    .map(({ start }) => fold(text.slice(Math.max(0, start - BEFORE), start + BEHIND)));
  return !near.some((words) => contentTerms(words).some((term) => stems.has(term.stem)));
}
