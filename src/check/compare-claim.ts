import { findExchangedFigures } from "./find-exchanged-figures.ts";
import { findReversals, type Reversals } from "./find-reversals.ts";
import { findSwap } from "./find-swap.ts";
import { findWidening, type Widening } from "./find-widening.ts";
import { bestOfAll, dot, type FittedPaper, fitSentences, weighted } from "./fit-sentences.ts";
import type { ReadPaper } from "./read-paper.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { namesExchanged, namesMissing } from "./stated-names.ts";
import { numbersElsewhere, numbersMissing, unitsChanged } from "./stated-numbers.ts";
import { SAME_WORD } from "./word-cosines.ts";

/** What tells claims that a paper bears out from others, all 0 and more and speaking against the claim; none grows with its length. */
export const CLAIM_FEATURES = [
  "meaningGap",
  "likenessGap",
  "foreignGap",
  "number",
  "numberElsewhere",
  "numbersExchanged",
  "name",
  "nameExchanged",
  "opposed",
  "denied",
  "unagreed",
  "newDenial",
  "swapped",
  "universal",
  "certain",
  "unrestricted",
] as const;
export type ClaimFeature = (typeof CLAIM_FEATURES)[number];

/** A claim compared with a paper. */
export interface ComparedClaim {
  readonly features: Readonly<Record<ClaimFeature, number>>;
  /** How alike the claim's words are to the paper's, 0..1, missing names and numbers aside: whether both speak of the same. */
  readonly likeness: number;
  readonly numbers: readonly string[];
  /** Numbers that the paper has, but in no sentence that speaks of the same. */
  readonly elsewhere: readonly string[];
  /** Two numbers that the paper has the other way round. */
  readonly numbersExchanged: readonly [string, string] | undefined;
  readonly names: readonly string[];
  /** Names that the paper has, but another one in the place where the claim has them. */
  readonly exchanged: readonly string[];
  readonly reversals: Reversals;
  readonly widening: Widening;
  /** Words of the claim with nothing like them in the paper. */
  readonly unmatched: readonly string[];
  readonly fitted: FittedPaper;
}

/** Sentences that say the same in other words come this near to each other, and their words that differ this near: below, it counts. */
const NEAR_MEANING = 0.65;
const NEAR_WORDS = 0.5;
/** Of a field that the collection knows nothing of, the model finds all words alike. */
const NEAR_FOREIGN_WORDS = 0.75;
/** Below this cosine a word has nothing like it in the paper. */
const UNMATCHED_COSINE = 0.4;
/** In a foreign field names have spellings by the dozen, and numbers tell as little: their absence tells this much less. */
const FOREIGN_DISCOUNT = 0.9;

/** Compares a claim with a paper: how near its words come, and each way in which it can say something else. */
export function compareClaim(claim: ReadSentence, paper: ReadPaper): ComparedClaim {
  const fitted = fitSentences(claim, paper);
  const best = bestOfAll([fitted.titleBest, ...fitted.fits.map((fit) => fit.best)]);
  const likeness = weighted(claim, best);
  const byWords = claim.rows ? fitSentences(unread(claim), unreadPaper(paper)) : fitted;
  const reversals = findReversals(claim, byWords);
  const widening = findWidening(claim, fitted);
  const facts = compareFacts(claim.text, fitted);
  const discount = 1 - FOREIGN_DISCOUNT * claim.foreignness;
  return {
    ...facts,
    likeness: likenessAside(claim, best, [...facts.names, ...facts.numbers]),
    reversals,
    widening,
    unmatched: claim.words
      .filter((_, place) => (claim.weights[place] ?? 0) > 0 && (best[place] ?? 0) < UNMATCHED_COSINE)
      .map(({ text }) => text),
    fitted,
    features: {
      meaningGap: claim.rows ? gap(NEAR_MEANING, nearestMeaning(claim, paper)) : 0,
      likenessGap: gap(NEAR_WORDS, likenessOfTheRest(claim, best)),
      foreignGap: gap(NEAR_FOREIGN_WORDS, likeness) * claim.foreignness,
      number: facts.numbers.length > 0 ? discount : 0,
      numberElsewhere: facts.elsewhere.length > 0 ? discount : 0,
      numbersExchanged: facts.numbersExchanged ? 1 : 0,
      name: facts.names.length > 0 ? discount : 0,
      nameExchanged: facts.exchanged.length > 0 ? 1 : 0,
      opposed: reversals.opposed,
      denied: reversals.denied,
      unagreed: reversals.unagreed,
      newDenial: reversals.newDenial,
      swapped: findSwap(claim, byWords),
      universal: widening.universal,
      certain: widening.certain,
      unrestricted: widening.unrestricted,
    },
  };
}

/** Opposites are compared by their words alone: to the model they are alike, and so is what stands around them. */
function unread<Sentence extends ReadSentence>(sentence: Sentence): Sentence {
  return { ...sentence, rows: undefined };
}

function unreadPaper(paper: ReadPaper): ReadPaper {
  return { ...paper, title: unread(paper.title), sentences: paper.sentences.map(unread) };
}

function likenessAside(claim: ReadSentence, best: readonly number[], missing: readonly string[]): number {
  const weights = claim.weights.map((weight, place) =>
    missing.some((name) => name.includes(claim.words[place]?.text ?? "")) ? 0 : weight,
  );
  return weighted({ weights }, best);
}

function gap(near: number, value: number): number {
  return Math.max(0, near - value);
}

function nearestMeaning(claim: ReadSentence, { sentences }: ReadPaper): number {
  return Math.max(0, ...sentences.map(({ mean }) => dot(claim.mean, mean)));
}

/** How alike those words are that the paper doesn't have as they are; as near as can be where there are none. */
function likenessOfTheRest(claim: ReadSentence, best: readonly number[]): number {
  const isOther = best.map((cosine) => (cosine < SAME_WORD - 0.001 ? 1 : 0));
  const share = weighted(claim, isOther);
  if (share === 0) return 1;
  return (
    weighted(
      claim,
      best.map((cosine, place) => cosine * (isOther[place] ?? 0)),
    ) / share
  );
}

function compareFacts(claim: string, { paper, nearest }: FittedPaper) {
  const names = namesMissing(claim, paper.text);
  const numbers = numbersMissing(claim, paper.text);
  const speaking = nearest.map(({ sentence }) => sentence.text);
  return {
    numbers: [...numbers, ...unitsChanged(claim, paper.text)],
    elsewhere: numbersElsewhere(claim, [paper.title.text, ...speaking]).filter(
      (number) => !numbers.includes(number),
    ),
    numbersExchanged: nearest
      .map(({ sentence }) => findExchangedFigures(claim, sentence.text))
      .find((exchanged) => exchanged !== undefined),
    names,
    exchanged: nearest
      .flatMap(({ sentence }) => namesExchanged(claim, sentence.text))
      .filter((name) => !names.includes(name)),
  };
}
