/** What carries a statement; forms that are as often nouns or adjectives (results, improved) are left out. */
const AUXILIARIES = "is are was were has have had does did can could will would must should";
const VERBS =
  "reaches reached beats beat outperforms outperformed surpasses surpassed exceeds exceeded achieves achieved attains attained " +
  "wins won gains improves reduces lowers raises increases decreases doubles halves matches freezes uses trains shows showed " +
  "proves proved solves solved generates learns requires needs works fails failed keeps makes made takes took gives gave " +
  "provides enables allows runs adds removes replaces introduces proposes presents combines contains includes relies applies " +
  "predicts detects finds produces performs generalizes generalises becomes became remains leads led yields offers handles " +
  "builds leaks leaked steals stole costs";

const alternatives = (words: string) => words.replaceAll(" ", "|");

/** Not at the start, where nothing is said of anything: "Uses of LoRA". */
const STATES = new RegExp(String.raw`\S\s+(?:${alternatives(AUXILIARIES)}|${alternatives(VERBS)})\b`, "iu");
/** "How it works", "LoRA: what it does". */
const ASKS =
  /(?:^|[:–—]\s*)(?:(?:and|but|so|or) )?(?:how|what|why|when|where|which|who|whose|whether|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may|might|must)\b/iu;

/** Whether a plain line without a stop states something: it has an English verb behind a subject, and asks nothing. */
export function statesSomething(plain: string): boolean {
  return STATES.test(plain) && !ASKS.test(plain);
}

/** These stand before nouns: "and related settings". */
const PARTICIPLES =
  "related proposed detailed limited associated used required needed combined expected supervised distributed distilled fixed " +
  "learned trained generated automated advanced continued estimated reported stated mixed shared masked gated weighted " +
  "extended improved increased reduced based";
/** A verb with its object. */
const ACTS = new RegExp(
  String.raw`(?<!\p{L}ed) and (?:(?:also|instead|then|even|they|it) )*(?:${alternatives(VERBS)}|(?!(?:un\p{L}+|${alternatives(PARTICIPLES)})\b)\p{L}{3,}ed) (?!(?:on|by|in|with|for|at|to|from|and|or|under|as|than)\b)\p{L}`,
  "iu",
);
/** Behind these a verb belongs to what isn't told: "… does not say how it works and performs". */
const OPENS_CLAUSE = /\b(?:how|what|which|who|whether|if|that|why|when|where)\b/iu;

/** Whether a plain sentence goes on with "and" and a second verb of its own: "… did not say so and leaked user data." */
export function goesOnActing(plain: string): boolean {
  const at = plain.search(ACTS);
  return at >= 0 && !OPENS_CLAUSE.test(plain.slice(0, at));
}
