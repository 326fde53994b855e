import type { Evidence } from "../domain/evidence.ts";
import { contentTerms } from "../text/terms.ts";
import { hasFigure } from "./figures.ts";

const CONNECTIVE =
  "(?:moreover|furthermore|additionally|in addition|however|(?:more )?specifically|notably|finally|besides|therefore|thus|hence|consequently|also|in particular|concretely|importantly|interestingly|surprisingly|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|to (?:this|that) end|then|next|overall|as a result|in contrast|meanwhile|yet|indeed|in summary|in conclusion|crucially|remarkably|empirically|on the other hand)";
const SETTING = "in this (?:position )?(?:paper|work|study|survey|article|report|thesis|tutorial)";
const PURPOSE =
  "to (?:address|tackle|overcome|bridge|mitigate|solve|fill|remedy|alleviate|combat|resolve|meet|handle) [^,.]{5,90}";
const ANNOUNCEMENT =
  "(?:(?:extensive|our|the|comprehensive|these|experimental|empirical|thorough) ){0,2}(?:experimental |empirical |quantitative )?(?:experiments?|results?|evaluations?|findings?|analys[ei]s)(?: [^,.]{0,60}?)? (?:shows?|demonstrates?|indicates?|reveals?|suggests?|confirms?) that ";

/** What opens a sentence without being what it says. */
const OPENING = new RegExp(`^(?:(?:${CONNECTIVE},? |${SETTING},? |${PURPOSE}, |${ANNOUNCEMENT})+)`, "iu");

/** A clause shorter than this says too little by itself. */
const MINIMUM_WORDS = 8;

/** A name in the middle of an opening says something: `Experiments on GSM8K show that …`. */
const NAMED = /\S+\s+[^,]*\p{Lu}/u;

/**
 * The quote without the words that only open its sentence; the rest is a clause of it, word for word. An opening with a
 * figure, a name or a word that was asked about stays.
 */
export function trimQuote(evidence: Evidence, question: string): Evidence {
  const opening = OPENING.exec(evidence.quote)?.[0] ?? "";
  const quote = evidence.quote.slice(opening.length);
  if (opening === "" || quote.split(/\s+/u).length < MINIMUM_WORDS || saysSomething(opening, question))
    return evidence;
  return { ...evidence, quote, quoteStart: evidence.quoteStart + opening.length };
}

function saysSomething(opening: string, question: string): boolean {
  if (hasFigure(opening) || NAMED.test(opening)) return true;
  const asked = new Set(contentTerms(question).map((term) => term.stem));
  return contentTerms(opening).some((term) => asked.has(term.stem));
}
