import { contentTerms, stem } from "../text/terms.ts";
import { namesIn } from "./named-papers.ts";

/**
 * How a question points back to earlier turns. `strong`: it can't be understood without them ("how well did it do?").
 * `weak`: a word of it may point back, or to something in the question itself ("can a model tell when it is wrong?").
 * `ellipsis`: it leaves out what it is about ("and on GSM8K?"). `none`: nothing in it does.
 */
export type Pointer = "strong" | "weak" | "ellipsis" | "none";

/** What looks like a word that points back and isn't one. */
const POINTS_NOWHERE = [
  // It as a mere subject: "is it possible to", "does it help to", "what does it take to".
  /\b(?:is|was|isn['’]t|would|will|can|could|might|may) it (?:be |really |ever |even |still |also |actually |not )*(?:possible|impossible|necessary|true|worth(?:while)?|better|best|good|bad|easy|easier|hard|harder|difficult|feasible|common|known|clear|important|useful|helpful|safe|enough|likely|beneficial|sensible|realistic|practical|reasonable|fair|okay|ok|wise|advisable|correct|right|the case)\b(?! than\b)/giu,
  /\b(?:does|did|do|doesn['’]t|would|can|could|will) it (?:really |even |ever |actually )*(?:matter|help|pay|pay off|hurt|suffice|make (?:any |much )?(?:sense|difference))\b(?= (?:for \w+ )?(?:to|that|whether|if|how|which|what|who|where)\b)/giu,
  /\b(?:how \w+(?: \w+)? |what )(?:does|did|would|will) it take\b/giu,
  /\bit(?:['’]s| is| was| has been| can be| may be| seems| turns out| appears)(?: \w+){0,2}? (?:that|to|whether)\b/giu,
  /\bit be (?:a|an|the) [\p{L}-]+ (?=(?:that|to)\b)/giu,
  /\b(?:make|makes|made|making|find|finds|found|consider|considers|think|thinks) it (?=\w+(?:er)?\b)/giu,
  // Places and times.
  /\bthis (?:collection|library|corpus|database|index|year|month|week|field|area|day|set)\b/giu,
  /\bthese (?:days|papers)\b/giu,
  /\bthose (?=who|that|which|with|in|without|trained|based)\b/giu,
  /\bsuch (?:as|an?)\b/giu,
  /\b(?:one|each|another) (?=of the (?!two|three))/giu,
] as const;

/** That as a pronoun stands after one of these or opens the question; elsewhere it joins ("models that", "show that"). */
const THAT =
  /(?:^|\b(?:of|for|on|in|with|by|about|to|from|than|like|at|into|does|do|did|is|was|are|were|can|could|would|will|should|and|or|but|how|why|after|before)\s+)that\b(?! (?:is|are) (?:there|the)\b)/iu;

const PRONOUN =
  /(?<![\p{L}\p{N}_-])(?:it|its|itself|this|these|those|they|them|their|theirs|he|she|him|his|her|hers)(?![\p{L}\p{N}_-])/giu;

/** The first of them tell. */
const PRONOUNS_READ = 20;

/** An earlier place of the question that a pronoun may stand for: "a model … it", "if models … they". */
const ANTECEDENT = {
  it: /\b(?:a|an|each|every|any|some|another|one|no) (?:[\p{L}\p{N}-]+ ){0,4}?[\p{L}\p{N}-]{2,}/iu,
  they: /\b(?!(?:does|is|was|this|its|has|as|us|yes|less|always|perhaps|versus|across)\b)\p{L}{3,}s\b|\b(?:people|children|humans|data)\b/iu,
} as const;

/** Asks for what "they" did: nothing before it in the same clause is meant. */
const THEIR_DOING = /\b(?:did|do|have|had|were|are|can|could|would|will) they\b/iu;

/** A definite noun of research that nothing describes further: "the authors", "the method" are those just spoken of. */
const THE_PAPER =
  /\b(?:the|said|aforementioned) (?:authors?|paper|article|study|work|method|approach|technique|framework|survey|benchmark|dataset|corpus|model|system|algorithm|pipeline|two|three|others?)(?:['’]s)?(?![\p{L}-])(?! (?:that|which|who|whose|where|on|about|by|of|for|with|from|in|to|behind|called|named|using|trained|based|papers?|models?|articles?)\b)(?! ?[\p{N}"“'‘*])(?! (?!I\b)\p{Lu})/u;

const ANOTHER =
  /\b(?:the (?:other|same|former|latter)(?: (?:one|paper|two)|(?=[?.,]|$))|the others|another one|the \p{L}+ ones?|(?:this|that|which) one|both(?= of (?:them|these|those)|\?|$)|each of (?:them|these|those|the two)|neither of them|either of them)(?![\p{L}-])/iu;

const SAID_BEFORE =
  /\b(?:you (?:just )?(?:said|mentioned|named|listed|cited|quoted|told)|mentioned (?:above|before|earlier)|(?:earlier|previous|last|above) (?:answer|paper|question|one))\b/iu;

/** How a question that goes on from the last one begins; "how" and "why" may as well open a new one. */
const GOES_ON =
  /^(?:and|or|but|also|then|plus|so|ok(?:ay)?[,.]? (?:and|so|but))\b(?! (?:how|what|why|when) (?:is|are|do|does|can) )|^(?:what|how) about\b|^(?:and )?(?:in what way|since when|really|for example|such as|like what|like|compared (?:to|with)|on|with|by|for|in|at|to)\b(?=[^,]{0,30}\?*$)/iu;

/** What experiments have, whatever they are about: a question of these words alone leaves out what it is about. */
const OF_EXPERIMENTS = new Set(
  (
    "accuracy accurate achieve add available average baseline benchmark best better beat big biggest bring case cheap code come compare " +
    "comparison conclude conclusion contribution corpus cost data dataset detail drawback effect evaluate evaluation example " +
    "expensive experiment fail far fast faster figure finding gain get good gpu happen help high hours hyperparameters idea improve " +
    "improvement increase instead key language large larger largest learning license limit limitation long look lot main make " +
    "many measure method metric mean name need new number outperform parameters perform performance point problem propose " +
    "public quantity rate reach reason recording release reliable report result robust run say score setting setup short size small smaller " +
    "solve speed stage state step strategy summarize summary system take task test time token train try two three use version " +
    "weakness win worse worst year"
  )
    .split(" ")
    .map(stem),
);

/** A question of fewer content words can hardly stand alone ("and on GSM8K?"). */
const WORDS_TO_STAND_ALONE = 4;

/** What a question's words tell about whether it needs the turns before it. */
export interface Pointing {
  readonly pointer: Pointer;
  /** Content words before the first word that surely points back: many of them are likely what it points to. */
  readonly wordsBefore: number;
}

/** Reads how a question points back, by its words alone. */
export function readPointer(question: string): Pointing {
  const text = POINTS_NOWHERE.reduce((rest, pattern) => rest.replace(pattern, " "), question);
  const terms = contentTerms(text);
  const pronouns = [...text.matchAll(PRONOUN).take(PRONOUNS_READ)];
  const places = [
    ...[THAT, ANOTHER, SAID_BEFORE, THE_PAPER].map((pattern) => pattern.exec(text)?.index),
    ...pronouns
      .filter((match) => !hasAntecedent(match[0].toLowerCase(), text.slice(0, match.index), text))
      .map(({ index }) => index),
  ].filter((place) => place !== undefined);
  if (places.length > 0) {
    const before = contentTerms(text.slice(0, Math.min(...places)));
    return { pointer: "strong", wordsBefore: before.length };
  }
  const isEllipsis =
    (GOES_ON.test(question) && terms.length < WORDS_TO_STAND_ALONE) ||
    terms.every(({ stem }) => OF_EXPERIMENTS.has(stem));
  if (isEllipsis) return { pointer: "ellipsis", wordsBefore: 0 };
  return { pointer: pronouns.length > 0 ? "weak" : "none", wordsBefore: 0 };
}

function hasAntecedent(pronoun: string, before: string, text: string): boolean {
  if (/^(?:this|these|those)$/u.test(pronoun)) return false;
  if (/^(?:it|its|itself)$/u.test(pronoun)) return ANTECEDENT.it.test(before) || namesIn(before).length > 0;
  const isDoing = THEIR_DOING.test(text) && !/[,;]/u.test(before);
  return !isDoing && ANTECEDENT.they.test(before);
}
