import type { FittedPaper, SentenceFit } from "./fit-sentences.ts";
import { isNegator } from "./negation.ts";
import { isTelling, relationOf, wayOf } from "./opposites.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { isNumber, type Word } from "./read-words.ts";

/** How far a claim says the opposite of a paper, each 0..1, and in which words. */
export interface Reversals {
  /** A word of the claim stands beside its opposite: how alike they are otherwise, less what agrees with it. */
  readonly opposed: number;
  /** The same word is denied on one side only. */
  readonly denied: number;
  /** A word that says which way something goes agrees with nothing. */
  readonly unagreed: number;
  /** The claim denies something, and the paper's sentences deny nothing. */
  readonly newDenial: number;
  /** What is opposed or denied, in the claim's and in the paper's words. */
  readonly reversed: { readonly claim: string; readonly paper: string } | undefined;
  /** The word that agrees with nothing. */
  readonly telling: string | undefined;
}

interface Meeting {
  readonly opposite: number;
  readonly oppositeWord: string;
  readonly same: number;
  readonly deniedSame: number;
  readonly deniedWord: string;
}

/** Compares the words of a claim with those of the nearest sentences: by lists of opposites, negations, and which words stand for which. */
export function findReversals(claim: ReadSentence, { nearest, fits }: FittedPaper): Reversals {
  let [opposed, denied, unagreed] = [0, 0, 0];
  let reversed: Reversals["reversed"];
  let telling: string | undefined;
  for (const [place, word] of claim.words.entries()) {
    const bounds = claim.words[place + 1]?.folded === "than" && isNumber(claim.words[place + 2]);
    if (!canTurn(word) || bounds) continue;
    const { opposite, oppositeWord, same, deniedSame, deniedWord } = meet(claim, place, nearest, fits);
    const said = `${claim.negated[place] ? "not " : ""}${word.text}`;
    if (opposite - same > Math.max(opposed, denied)) reversed = { claim: said, paper: oppositeWord };
    else if (deniedSame - same > Math.max(opposed, denied)) reversed = { claim: said, paper: deniedWord };
    opposed = Math.max(opposed, opposite - same);
    denied = Math.max(denied, deniedSame - same);
    if (isTelling(word) && AGREEING - same > unagreed) [unagreed, telling] = [AGREEING - same, said];
  }
  const deniesAnything = nearest.some(({ sentence }) => sentence.words.some(isNegator));
  const newDenial = claim.words.some(isNegator) && !deniesAnything ? 1 : 0;
  return { opposed, denied, unagreed, newDenial, reversed, telling };
}

/** Content words, and words such as “more” that say a way; a number is never turned round. */
function canTurn(word: Word): boolean {
  return (word.isContent || wayOf(word) !== 0) && !/^\d/u.test(word.folded);
}

/** From this cosine on a word that says the same way is about the same thing. */
const AGREEING = 0.5;

/** What one word of the claim meets in the sentences, nearer sentences counting for more. */
function meet(
  claim: ReadSentence,
  place: number,
  nearest: readonly SentenceFit[],
  fits: readonly SentenceFit[],
): Meeting {
  let [opposite, same, deniedSame] = [0, 0, 0];
  let [oppositeWord, deniedWord] = ["", ""];
  const word = claim.words[place];
  const claimDenies = claim.words.some(isNegator);
  for (const fit of word ? fits : []) {
    const { sentence, cosines, relevance } = fit;
    if (sentence.isOpen) continue;
    const isNear = nearest.includes(fit);
    const canDeny = isNear && sentence.words.some(isNegator) !== claimDenies;
    const share = Math.min(1, relevance / (nearest[0]?.relevance || 1));
    for (const [column, other] of sentence.words.entries()) {
      const relation = canTurn(other) && word ? relationOf(word, other) : 0;
      if (relation === 0) continue;
      const cosine =
        (share *
          ((cosines.values[place * cosines.columns + column] ?? 0) +
            aboutTheSame(claim, place, fit, column))) /
        2;
      const isDeniedAlike = claim.negated[place] === sentence.negated[column];
      const written = `${sentence.negated[column] ? "not " : ""}${other.text}`;
      if (word?.stem === other.stem && !isDeniedAlike) {
        if (canDeny && cosine > deniedSame) [deniedSame, deniedWord] = [cosine, written];
      } else if ((relation === 1) === isDeniedAlike) same = Math.max(same, cosine);
      else if (isNear && cosine > opposite) [opposite, oppositeWord] = [cosine, written];
    }
  }
  return { opposite, oppositeWord, same, deniedSame, deniedWord };
}

/** Content words of the claim, and words of the sentence, that tell what a word is about. */
const ABOUT_WORDS = 3;
const ABOUT_REACH = 6;

/** How like what a word of the claim is said of what stands around a word of the sentence. */
function aboutTheSame(claim: ReadSentence, place: number, { cosines }: SentenceFit, column: number): number {
  const telling = [...claim.weights.keys()].filter(
    (index) => index !== place && (claim.weights[index] ?? 0) > 0,
  );
  const behind = telling.filter((index) => index > place).slice(0, ABOUT_WORDS);
  const about = behind.length > 0 ? behind : telling.filter((index) => index < place).slice(-ABOUT_WORDS);
  if (about.length === 0) return 1;
  const from = Math.max(0, column - ABOUT_REACH);
  const to = Math.min(cosines.columns, column + ABOUT_REACH + 1);
  const best = about.map((row) => {
    let most = 0;
    for (let other = from; other < to; other++)
      if (other !== column) most = Math.max(most, cosines.values[row * cosines.columns + other] ?? 0);
    return most;
  });
  return best.reduce((sum, value) => sum + value, 0) / best.length;
}
