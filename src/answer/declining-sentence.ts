import { goesOnActing } from "./finite-verb.ts";

/** What an answer may call the evidence that it was given. */
const SOURCE = String.raw`(?:(?:the|these|those|this|that|your|any|either|both|all|none|neither|of|i|we) )*(?:[\p{L}'’-]+ ){0,3}?(?:evidence|abstracts?|papers?|excerpts?|passages?|quotations?|quotes?|snippets?|sources?|documents?|articles?|context|collection|authors?)`;
/** What may stand between it and its verb. */
const AFTER_SOURCE = `(?: (?:that )?(?:i|we) (?:have|found|was|were|am|are|see)(?: given| provided| shown)?| (?:that )?(?:is|are|was|were) (?:provided|given|available|quoted)| provided| given| available| quoted| here| above| below| in (?:this|the) (?:collection|evidence|context))?`;
const NOT = `(?:(?:do|does|did|is|are|was|were|has|have|can|could|would) ?(?:not|n['’]t)|cannot|can['’]t|never|fails? to|nowhere)`;
const TELLS = `(?:stat|mention|specif|say|said|tell|provid|contain|giv|includ|indicat|discuss|describ|answer|address|report|detail|explain|reveal|disclos|cover|defin|offer|hold|have|refer|allow|make clear|made clear|show whether|deal|support)`;
const STATED = `(?:stated|mentioned|specified|reported|described|discussed|detailed|disclosed|answered|addressed)`;
/** Said of many things beside evidence, so that the evidence must be named. */
const HAD = `(?:said|provided|given|included|available|clear|known|covered|found|told|shown)`;
const DETAIL = `(?:information|mentions?|details?|answers?|evidence|data|figures?|numbers?|statements?|indications?|descriptions?|explanations?|papers?|abstracts?)`;
const ADVERBS = String.raw`(?:(?:[\p{L}]+ly|also|even|seem to|appear to|directly|in fact) )*`;

/** What may come before: an apology, "However,", "Based on the evidence,". */
const LEAD = new RegExp(
  `^(?:(?:unfortunately|however|sorry|i['’]?(?: a)?m (?:sorry|afraid)|i apologi[sz]e|as far as i can (?:see|tell)|note that|but|yet|also|and|still|(?:based on|from|according to|in|within|among|of) ${SOURCE}${AFTER_SOURCE})[,:;.]?(?: but| that)? )*`,
  "iu",
);

const DECLINING: readonly RegExp[] = [
  // "The evidence does not mention the batch size."
  `${SOURCE}${AFTER_SOURCE} ${NOT} ${ADVERBS}${TELLS}`,
  `(?:none|neither|nothing|no(?:ne)? one) (?:of |in |among )?${SOURCE}${AFTER_SOURCE} ${ADVERBS}${TELLS}`,
  `no ${SOURCE}${AFTER_SOURCE} ${ADVERBS}${TELLS}`,
  String.raw`${SOURCE}${AFTER_SOURCE} ${ADVERBS}(?:make|contain|provide|give|offer|include|have|ha|hold)(?:s|es)? (?:no|little|not enough|insufficient) (?:[\p{L}-]+ ){0,2}?${DETAIL}\b`,
  String.raw`${SOURCE}${AFTER_SOURCE} ${ADVERBS}(?:say|state|mention|tell|report)s? (?:nothing|neither)\b`,
  // "There is no information about it." "I found nothing."
  String.raw`there(?: is|['’]s| are| was| were) (?:no|not enough|insufficient|too little) (?:[\p{L}-]+ ){0,2}?${DETAIL}\b`,
  `there(?: is|['’]s| was) nothing (?:in|about|on) `,
  String.raw`(?:i|we) (?:have|see|saw|found|find|know) (?:no|nothing|not enough|insufficient|too little)\b`,
  `(?:i|we) (?:could|can|did|do|was|were|am|are)(?: not|n['’]t)? ?(?:not |unable to )?${ADVERBS}(?:find|answer|tell|determine|say|locate|see|know|provide|identify|confirm|help|able)`,
  `(?:i|we) cannot ${ADVERBS}(?:find|answer|tell|determine|say|locate|see|know|provide|identify|confirm|help)`,
  // "It is unclear from the evidence." "It can't be answered from these papers."
  `(?:it|this|that) (?:is|remains) (?:unclear|unknown|not (?:clear|known|possible)|impossible)(?: from| to (?:say|tell|determine|answer|know|confirm|judge)|[.!]?$)`,
  `[^,;:.]{1,160}? (?:can ?not|can['’]t|could not|couldn['’]t) be (?:answered|determined|told|found|known|confirmed|derived|inferred)(?:[.!]?$| (?:from|with|by|in|based on|using) ${SOURCE})`,
].map((pattern) => new RegExp(`^${pattern}`, "iu"));

const PLACE = `(?:in|by|from|within|among) ${SOURCE}${AFTER_SOURCE}`;
/** "The batch size is not stated in the evidence.", where nothing but the place may follow. */
const NOT_STATED = new RegExp(
  `^[^,;:.]{1,160}? (?:(?:is|are|was|were) (?:not|nowhere|never)|(?:is|are|was|were)n['’]t) ${ADVERBS}(?:${STATED}(?: anywhere| here| there)?(?: ${PLACE})?|${HAD} ${PLACE})[.!]*$`,
  "iu",
);

/** What is said of the evidence once it is said that it doesn't answer: "They only deal with other things." */
const ONLY_OTHERS = new RegExp(
  String.raw`^(?:they|it|${SOURCE}${AFTER_SOURCE}) (?:(?:only|merely|mainly|mostly|instead|rather|all) )*(?:deals?|discuss(?:es)?|focus(?:es)?|covers?|(?:is|are) about|concerns?)\b.*\b(?:other|different|unrelated|else|only|instead|not)\b`,
  "iu",
);

/** Behind these something is claimed after all: "… does not say so, but LoRA freezes the weights." */
const CLAIMS_AFTER_ALL =
  /(?:[,;:–—]| -) ?(?:but(?! not\b)|however|although|though|nevertheless|while|whereas|yet|instead|only that|it (?:does|is|says)|they (?:do|are|say))\b|\bbut (?:it|they|the|he|she|we|rather|instead|only)\b/iu;

/** Longer than that no sentence only declines. */
const MAX_CHARACTERS = 400;

/**
 * Whether a plain sentence says, in whatever words, that the question can't be answered from the evidence, and claims
 * nothing beside. `isAfterOne`: whether the sentence before did. General English; other languages have the refusal
 * sentence.
 */
export function isDeclining(plain: string, isAfterOne: boolean): boolean {
  if (plain.length > MAX_CHARACTERS) return false;
  const said = plain.replace(LEAD, "");
  if (CLAIMS_AFTER_ALL.test(said) || goesOnActing(said)) return false;
  if (isAfterOne && ONLY_OTHERS.test(said)) return true;
  return NOT_STATED.test(said) || DECLINING.some((pattern) => pattern.test(said));
}
