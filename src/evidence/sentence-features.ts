import type { RankedPaper, TokenMatches } from "../domain/evidence.ts";
import type { Span } from "../domain/passage.ts";
import { deviationOf, standardise } from "../retrieval/standardise.ts";
import { contentTerms } from "../text/terms.ts";
import type { AskedFor } from "./asks-for.ts";
import { hasFigure } from "./figures.ts";

/** How telling a word is, by its stem: greater for words that few papers use. */
export type TermWeight = (stem: string) => number;

/** What a sentence is judged by: two comparisons, in standard deviations over the sentences of its paper, and six cues, each 1 or 0. */
export interface SentenceFeatures {
  /** Late interaction with the tokens that tell the paper's sentences apart; 0 for all where tokens were not compared. */
  readonly late: number;
  /** Share of the question's words, by weight, that the sentence has; words of the title left out, as every sentence is about them. */
  readonly words: number;
  /** The question asks for a figure, and the sentence has one. */
  readonly figure: number;
  /** The question asks for a figure, and the sentence has none. */
  readonly noFigure: number;
  /** Says what the authors made. */
  readonly proposes: number;
  /** Says where code or data lie, which was not asked. */
  readonly available: number;
  /** Opens as sentences do that tell what was there before the paper. */
  readonly background: number;
  /** Speaks of hopes, future work or the community. */
  readonly prospect: number;
}

const PROPOSES =
  /\b(?:we|our (?:work|paper|study)|this (?:paper|work|study|survey|article|thesis|report|tutorial))\b[^.]{0,60}\b(?:propos|present|introduc|develop|describ|releas|creat|design|build|offer)/iu;

const AVAILABLE =
  /https?:\/\/|\b(?:code|data|dataset|model|weights|demo|website|project page|resources?)s?\b.{0,60}\b(?:is|are|will be|can be) (?:\w+ )?(?:available|released|found|accessible|open-?sourced)\b/iu;

const BACKGROUND =
  /^(?:however|despite|although|recent|large language models|existing|previous|current|traditional|in recent|the (?:rise|rapid|advent)|as )/iu;

const PROSPECT =
  /\b(?:we (?:believe|hope|conclude by|also discuss|discuss|release|make)|future (?:work|research|directions?|studies)|pav(?:e|es|ing) the way|shed(?:s|ding)? (?:new )?light|insights? (?:into|for)|open[- ]sourc\w+|open (?:an |the )?(?:honest |new )|calls? for|potential (?:of|for|to)|aspiration|hope that|research agenda|community)\b/iu;

const ASKS_WHERE = /\b(?:code|website|page|available|released?|github|download|licen[cs]e|open-?source)\b/iu;

/** Whether a sentence says where code or data lie. */
export function tellsWhere(text: string): boolean {
  return AVAILABLE.test(text);
}

/** The features of the sentences of one paper, all of them, in the abstract's order. */
export function sentenceFeatures(
  question: string,
  asked: AskedFor,
  { paper, matches }: Pick<RankedPaper, "paper" | "matches">,
  sentences: readonly Span[],
  weightOf: TermWeight,
): readonly SentenceFeatures[] {
  const texts = sentences.map(({ start, end }) => paper.abstract.slice(start, end));
  const late = standardise(lateInteraction(matches, sentences));
  const wanted = questionWeights(question, paper.title, weightOf);
  const words = standardise(texts.map((text) => coverage(text, wanted)));
  return texts.map((text, place) => ({
    late: late[place] ?? 0,
    words: words[place] ?? 0,
    figure: Number(asked.number && hasFigure(text)),
    noFigure: Number(asked.number && !hasFigure(text)),
    proposes: Number(PROPOSES.test(text)),
    available: Number(AVAILABLE.test(text) && !ASKS_WHERE.test(question)),
    background: Number(BACKGROUND.test(text)),
    prospect: Number(PROSPECT.test(text)),
  }));
}

/**
 * The sum of the best cosines of the question's tokens with each sentence, read beside its neighbour; a token counts by its
 * weight and by how far the sentences differ in it. All 0 where tokens were not compared.
 */
function lateInteraction(matches: TokenMatches | undefined, sentences: readonly Span[]): readonly number[] {
  const cosines = sentences.map(
    (span) => matches?.sentences.find(({ start, end }) => start === span.start && end === span.end)?.inWindow,
  );
  const weights = (matches?.weights ?? []).map(
    (weight, token) => weight * deviationOf(cosines.map((ofSentence) => ofSentence?.[token] ?? 0)),
  );
  return cosines.map((ofSentence) =>
    weights.reduce((sum, weight, token) => sum + weight * (ofSentence?.[token] ?? 0), 0),
  );
}

/** The question's stems with their weights, without those that the title has. */
function questionWeights(question: string, title: string, weightOf: TermWeight): ReadonlyMap<string, number> {
  const inTitle = new Set(contentTerms(title).map((term) => term.stem));
  const stems = contentTerms(question).map((term) => term.stem);
  return new Map(stems.filter((stem) => !inTitle.has(stem)).map((stem) => [stem, weightOf(stem)]));
}

function coverage(text: string, wanted: ReadonlyMap<string, number>): number {
  const stems = new Set(contentTerms(text).map((term) => term.stem));
  let covered = 0;
  for (const [stem, weight] of wanted) if (stems.has(stem)) covered += weight;
  return covered;
}
