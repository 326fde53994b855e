import { plainSentence } from "../check/plain-sentence.ts";
import { contentTerms, stem } from "../text/terms.ts";
import { isDeclining } from "./declining-sentence.ts";
import { statesSomething } from "./finite-verb.ts";
import type { BareSentence } from "./sentence-tracker.ts";

/**
 * What a sentence without a marker does: `claim`s something, so that it needs one; `connects`, such as a heading, a
 * question or "Here is what I found:"; or `declines` to answer.
 */
export type SentenceKind = "claim" | "connects" | "declines";

/** A figure that stands by itself; in `GPT-4` and `3D` it is part of a name. */
const FIGURE = /(?<![\p{L}\p{N}.,]|\p{L}-)\d+(?:[.,]\d+)*(?:\s?%)?(?![\p{L}\p{N}])/gu;
/** Up to here a whole number may count what an answer lists: "3 papers deal with this:". */
const LARGEST_COUNT = 12;

/** Words that speak of the answer itself, by their stems; a sentence of nothing else tells nothing about a paper. */
const WORDS_OF_ANSWERING = new Set(
  (
    "here found find following follows follow below above list listed overview summary summarise summarize short brief briefly " +
    "sure certainly course okay ok hello hi thanks thank welcome great happy glad hope helps help helpful let know need " +
    "further detail details information answer answers answering question questions ask asked topic subject matter issue asks " +
    "evidence abstract abstracts excerpt excerpts passage passages quotation quotations quote quotes source sources document " +
    "documents collection context text provided given available relevant related several many various different multiple few both " +
    "one two three four five six seven eight nine ten eleven twelve first second third last next finally " +
    "address addresses discuss deal deals cover covers mention mentions describe describes present presents say says concern concerns " +
    "based according regarding conclusion conclude overall note notes point points key main aspect aspects thing things way ways " +
    "reason reasons example examples however therefore thus moreover furthermore additionally also besides instead too"
  )
    .split(" ")
    .map(stem),
);

/** Said to the reader, not of a paper. */
const TO_THE_READER =
  /^(?:please |sure[,!] |and )?(?:let me know|feel free|i hope|i(?:'m| am) (?:happy|glad|here)|would you like|if you (?:can|could|want|need|would|have|are)|you asked|you (?:can|may|might) (?:also )?(?:ask|find|read|see|want to (?:ask|read|see))|your question|the question (?:is|asks))\b/i;

/** A line that ends in a colon leads over where it is short or points ahead; a long one may claim a good deal first. */
const COLON = /[:：]$/u;
const POINTS_AHEAD =
  /\b(?:here|following|follows|below|these|this|two|three|four|five|several|some|both|papers?|ways?|steps?|parts?|reasons?|list|summary|answer|overview)\b/i;
const SHORT_WORDS = 5;

const QUESTION = /[?？][”"’')\]}*_»」』]*$/u;
/** Said as a question, but no question. */
const RHETORICAL = /^(?:did you know|isn['’]t it|[^?？]*, (?:right|isn['’]t it|doesn['’]t it)[?？])/iu;
/** A name by its look: `OmegaPRM`, `GPT-4`, a capital behind the first word. */
const NAME =
  /(?<![\p{L}\p{N}])(?:\p{L}+\p{Lu}[\p{L}\p{N}-]*|\p{L}[\p{L}-]{0,40}\p{N}[\p{L}\p{N}.-]*|(?<=\p{L} )\p{Lu}\p{L}+)/gu;
/** These point to what comes, whatever they name. */
const POINTS_FIRST = /^(?:here|below|there|regarding|as for)\b/iu;
/** An answer in a word claims as much as one in many. */
const YES_OR_NO = /^(?:yes|no)[.!]?$/i;
/** A line of bold text without a stop is a heading of its own. */
const BOLD_LINE = /^(?:\*\*|__)[^*\n]+(?:\*\*|__):?$/u;

/** Reads what a sentence does, from its words and from what the one before it did. Where it isn't clear, it claims. */
export function sentenceKind(
  { text, line, isWholeLine }: BareSentence,
  before: SentenceKind | undefined,
): SentenceKind {
  const plain = plainSentence(text).replace(/[|]/g, " ").replace(/\s+/g, " ").trim();
  const terms = contentTerms(plain);
  if (YES_OR_NO.test(plain)) return "claim";
  if (terms.length === 0 || line === "table-head") return "connects";
  if (isDeclining(plain, before === "declines")) return "declines";
  if (hasFigure(plain)) return "claim";
  if (TO_THE_READER.test(plain)) return "connects";
  const isHeading = line === "heading" || (isWholeLine && BOLD_LINE.test(text));
  if (isHeading) return statesSomething(plain) && !isOfAnswering(plain) ? "claim" : "connects";
  if (QUESTION.test(plain)) return RHETORICAL.test(plain) || statesOfName(plain) ? "claim" : "connects";
  if (isLeadIn(plain, terms.length))
    return statesOfName(plain) && !POINTS_FIRST.test(plain) ? "claim" : "connects";
  return isOfAnswering(plain) ? "connects" : "claim";
}

function isOfAnswering(plain: string): boolean {
  return contentTerms(plain).every((term) => WORDS_OF_ANSWERING.has(term.stem));
}

/** Whether something is stated of a name, beside that the answer deals with it. */
function statesOfName(plain: string): boolean {
  const unnamed = plain.replace(NAME, "");
  return unnamed !== plain && statesSomething(plain) && !isOfAnswering(unnamed);
}

function isLeadIn(plain: string, wordCount: number): boolean {
  return COLON.test(plain) && (wordCount <= SHORT_WORDS || POINTS_AHEAD.test(plain));
}

function hasFigure(text: string): boolean {
  return [...text.matchAll(FIGURE)].some(
    ([figure]) => !/^\d{1,2}$/.test(figure) || Number(figure) > LARGEST_COUNT,
  );
}
