import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { Passage, Span } from "../domain/passage.ts";
import { contentTerms } from "../text/terms.ts";
import type { AskedFor } from "./asks-for.ts";

/** How telling a word is, by its stem: greater for words that few papers use. */
export type TermWeight = (stem: string) => number;

/** A quote shorter than this proves nothing. */
const MINIMUM_WORDS = 5;

/** Weights of the features, tried by hand on the gold questions: each one's absence costs a point or more of facts found. */
const WEIGHTS = {
  /** Share of the question's words, each by its weight, that the sentence has. */
  words: 1,
  /** How well the words around it fit, between the worst and the best place of the paper. */
  place: 0.35,
  /** A figure, where a figure is asked for. */
  number: 0.25,
  /** Says what the paper does, finds or is. */
  contribution: 0.12,
  /** Introduces something, where the question asks what that is or for the gist. */
  introduction: 0.3,
} as const;

/** Where code or a website lies answers no question but one about that: such a sentence keeps this share of its score. */
const AVAILABILITY_SHARE = 0.3;

/** Of a question word that the title already has, this much counts: every sentence of the paper is about it. */
const TITLE_WORD_SHARE = 0.35;

const INTRODUCTION =
  /\b(?:propos|present|introduc|develop|describ|releas)(?:e|es|ed|ing)?\b|\bconsists? of\b|\bis an? \b/iu;

const AVAILABILITY =
  /https?:\/\/|\b(?:code|data|dataset|model|weights|demo|website|project page|resources?)s?\b.{0,60}\b(?:is|are|will be|can be) (?:\w+ )?(?:available|released|found|accessible|open-?sourced)\b/iu;

const ASKS_FOR_AVAILABILITY =
  /\b(?:code|website|page|available|released?|github|download|licen[cs]e|open-?source)\b/iu;

const CONTRIBUTION =
  /\b(?:we|this (?:paper|work|study|survey|article|thesis)) (?:\w+ )?(?:propose|present|introduce|develop|show|find|demonstrate|describe|provide|study|investigate|explore|review|release|argue|identify|offer|report|discover|reveal)s?\b|\b(?:results|experiments|findings) (?:\w+ )?(?:show|demonstrate|reveal|indicate|suggest)\b/iu;

/** A figure that is not part of a name such as GPT-4 or Llama3. */
const FIGURE =
  /(?<![\p{L}\d.-])\d+(?:[.,]\d+)*(?!\d*\p{L}*-\p{L})|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|half|halve[sd]?|double[sd]?|twice)\b/iu;

/** Every sentence of a paper that can be quoted, with its score (0..1) for the question, in the abstract's order. */
export function scoreSentences(
  question: string,
  asked: AskedFor,
  ranked: RankedPaper,
  allPassages: readonly RankedPaper["passages"][number]["passage"][],
  weightOf: TermWeight,
): readonly Evidence[] {
  const { paper } = ranked;
  const wanted = questionWeights(question, paper.title, weightOf);
  const placeOf = placeShares(ranked);
  const total = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
  return allPassages.flatMap((passage) =>
    passage.sentences.flatMap(({ start, end }) => {
      const quote = paper.abstract.slice(start, end);
      if (quote.split(/\s+/u).length < MINIMUM_WORDS) return [];
      const score =
        WEIGHTS.words * coverage(quote, wanted) +
        WEIGHTS.place * placeOf(passage, { start, end }) +
        WEIGHTS.number * Number(asked.number && FIGURE.test(quote)) +
        WEIGHTS.contribution * Number(CONTRIBUTION.test(quote)) +
        WEIGHTS.introduction * Number(asked.gist && INTRODUCTION.test(quote));
      const share =
        AVAILABILITY.test(quote) && !ASKS_FOR_AVAILABILITY.test(question) ? AVAILABILITY_SHARE : 1;
      return [{ paper, quote, quoteStart: start, quoteEnd: end, score: (share * score) / total }];
    }),
  );
}

/**
 * Where a sentence stands, 0..1: by the best window that holds it, between the paper's worst and best, or by its passage
 * where the late stage has not compared windows.
 */
function placeShares({
  windows,
  passages,
}: RankedPaper): (passage: Pick<Passage, "passageId">, sentence: Span) => number {
  if (!windows) {
    const best = passages[0]?.score || 1;
    const shares = new Map(passages.map(({ passage, score }) => [passage.passageId, score / best]));
    return ({ passageId }) => shares.get(passageId) ?? 0;
  }
  const scores = windows.map(({ score }) => score);
  const worst = Math.min(...scores);
  const range = Math.max(...scores) - worst || 1;
  return (_, sentence) => {
    const holding = windows.filter(({ start, end }) => start <= sentence.start && sentence.end <= end);
    return Math.max(0, ...holding.map(({ score }) => (score - worst) / range));
  };
}

/** The question's stems with their weights, summing to 1. */
function questionWeights(question: string, title: string, weightOf: TermWeight): ReadonlyMap<string, number> {
  const inTitle = new Set(contentTerms(title).map((term) => term.stem));
  const weights = new Map(
    contentTerms(question).map(({ stem }) => [
      stem,
      weightOf(stem) * (inTitle.has(stem) ? TITLE_WORD_SHARE : 1),
    ]),
  );
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0) || 1;
  return new Map([...weights].map(([stem, weight]) => [stem, weight / sum]));
}

function coverage(quote: string, wanted: ReadonlyMap<string, number>): number {
  const stems = new Set(contentTerms(quote).map((term) => term.stem));
  let covered = 0;
  for (const [stem, weight] of wanted) if (stems.has(stem)) covered += weight;
  return covered;
}
