import { contentTerms } from "../text/terms.ts";
import { namesIn } from "./named-papers.ts";
import { readPointer } from "./read-pointers.ts";

/** How telling a word is, by its stem. */
export type TermWeight = (stem: string) => number;

/**
 * Share of a question's words, each by its weight, that the conversation must have for the question to belong to it: less
 * where a word surely points back, most where none does. Chosen on the gold questions, each asked after a conversation on
 * another paper: near ones share up to 0.6 of their words with it, random ones up to 0.37.
 */
const SHARE_TO_BELONG = { strong: 0.3, weak: 0.5, none: 0.8 } as const;

/** A word that points back after more content words than this may as well mean something among them. */
const WORDS_BEFORE_POINTING = 4;

/** Asks for papers, whichever they are. */
const ASKS_ALL =
  /\b(?:which|what|any|all|other|more|two|three) (?:\p{L}+ )?(?:papers|works|articles|studies|surveys)\b|\b(?:is|are) there\b/iu;

/** Whether a question that names no paper goes on from what was spoken of, or changes the subject. */
export function belongsToConversation(question: string, spoken: string, weightOf: TermWeight): boolean {
  const { pointer, wordsBefore } = readPointer(question);
  if (pointer === "ellipsis" || (pointer === "strong" && wordsBefore <= WORDS_BEFORE_POINTING)) return true;
  if (pointer !== "strong" && hasOwnSubject(question, spoken)) return false;
  return shareSpokenOf(question, spoken, weightOf) >= SHARE_TO_BELONG[pointer];
}

function hasOwnSubject(question: string, spoken: string): boolean {
  return ASKS_ALL.test(question) || namesIn(question).some((name) => !spoken.includes(name));
}

function shareSpokenOf(question: string, spoken: string, weightOf: TermWeight): number {
  const spokenOf = new Set(contentTerms(spoken).map(({ stem }) => stem));
  let total = 0;
  let shared = 0;
  for (const { stem } of contentTerms(question)) {
    total += weightOf(stem);
    if (spokenOf.has(stem)) shared += weightOf(stem);
  }
  return total > 0 ? shared / total : 0;
}
