import type { Verdict } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import { contentTerms } from "../text/terms.ts";
import { misplacedNumbers } from "./misplaced-numbers.ts";
import { plainSentence } from "./plain-sentence.ts";
import { namesMissing } from "./stated-names.ts";
import { numbersMissing } from "./stated-numbers.ts";
import { isStatedIn, quotationsIn } from "./stated-words.ts";

/** Whether a paper bears a sentence out; `reasons` name what is missing and are empty where it does. */
export interface SentenceCheck {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/** How an answer's sentences are checked; with a model's token vectors it has to wait for the model. */
export type CheckSentence = (sentence: string, evidence: Evidence) => Promise<SentenceCheck>;

/**
 * Share of a sentence's content words that the paper must have. Of true claims about the five seed pages, three in four
 * lie above it, and those below are free paraphrases that words alone can't vouch for; a higher share would catch few of
 * the invented ones, which run up to 0.75.
 */
const MIN_STATED_SHARE = 0.5;
/** How the reason begins that too few words are the paper's. */
export const WORDS_MISSING = "words not in the paper:";
/** Names and words that the reasons list: enough to see what is wrong. */
const MAX_NAMED = 3;

/**
 * Checks a sentence of an answer against the paper it cites, by its words alone: a verbatim quotation is `supported`, a
 * figure that the paper doesn't state makes it `unsupported`, and a figure that stands elsewhere in it, a name, a quotation
 * or too many words that it doesn't have make it `weak`. It can't see a turned polarity or scope.
 */
export function checkSentence(sentence: string, evidence: Evidence): SentenceCheck {
  const plain = plainSentence(sentence);
  const text = `${evidence.paper.title}\n${evidence.paper.abstract}`;
  if (isStatedIn(text, plain)) return { verdict: "supported", reasons: [] };

  const numbers = numbersMissing(plain, text).map((number) => `number ${number} not in the paper`);
  if (numbers.length > 0) return { verdict: "unsupported", reasons: numbers };

  const reasons = [
    ...namesMissing(plain, text)
      .slice(0, MAX_NAMED)
      .map((name) => `name ${name} not in the paper`),
    ...misplacedNumbers(plain, evidence),
    ...misquotations(plain, text),
    ...wordsMissing(plain, text),
  ];
  return { verdict: reasons.length > 0 ? "weak" : "supported", reasons };
}

function misquotations(sentence: string, text: string): readonly string[] {
  const isMisquoted = quotationsIn(sentence).some((quotation) => !isStatedIn(text, quotation));
  return isMisquoted ? ["the quotation does not stand so in the paper"] : [];
}

function wordsMissing(sentence: string, text: string): readonly string[] {
  const terms = contentTerms(sentence);
  if (terms.length === 0) return ["no words that could be checked"];
  const stated = new Set(contentTerms(text).map((term) => term.stem));
  const missing = terms.filter((term) => !stated.has(term.stem));
  if (1 - missing.length / terms.length >= MIN_STATED_SHARE) return [];
  const named = [...new Set(missing.map((term) => term.word))].slice(0, MAX_NAMED);
  return [`${WORDS_MISSING} ${named.join(", ")}`];
}
