import { LEAST_CHANCE } from "../check/check-quotation.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { Passage } from "../domain/passage.ts";
import { type AskedFor, askedFor } from "./asks-for.ts";
import { choosePapers } from "./choose-papers.ts";
import { chooseSentences, type QuoteLimits } from "./choose-sentences.ts";
import { matchesOfPart } from "./part-matches.ts";
import { questionParts } from "./question-parts.ts";
import { scoreSentences } from "./score-sentences.ts";
import { type TermWeight, tellsWhere } from "./sentence-features.ts";
import { trimQuote } from "./trim-quote.ts";

export interface EvidenceParts {
  readonly passagesOf: (paperId: string) => readonly Passage[];
  readonly weightOf: TermWeight;
}

/**
 * How much is quoted of each paper, by how many papers are quoted. Chosen on the gold questions so that half of the answers
 * from one paper stay within 500 characters: where two sentences stand out they are all, and up to four where none does.
 */
const QUOTE_LIMITS = {
  onePaper: {
    sentences: 4,
    characters: 800,
    enough: 0.52,
    enoughWhenLong: 0.75,
    short: 450,
    leastChance: LEAST_CHANCE,
  },
  rivals: {
    sentences: 2,
    characters: 380,
    enough: 0.6,
    enoughWhenLong: 0.6,
    short: 380,
    leastChance: LEAST_CHANCE,
  },
  severalPapers: {
    sentences: 3,
    characters: 560,
    enough: 0.6,
    enoughWhenLong: 0.6,
    short: 560,
    leastChance: LEAST_CHANCE,
  },
  severalParts: {
    sentences: 4,
    characters: 540,
    enough: 0.7,
    enoughWhenLong: 0.7,
    short: 540,
    leastChance: LEAST_CHANCE,
  },
  summary: { sentences: 3, characters: 1_000, enough: 1, enoughWhenLong: 1, short: 0, leastChance: 0 },
} as const satisfies Record<string, QuoteLimits>;

/** What a model gets to write from: plenty, as it chooses itself. */
const MODEL_PAPERS = 6;
const LEAST_MODEL_SHARE = 0.1;
const MODEL_LIMITS: QuoteLimits = {
  sentences: 4,
  characters: 2_000,
  enough: 1,
  enoughWhenLong: 1,
  short: 0,
  leastChance: 0,
};

/**
 * What an answer without a model quotes: of the papers that are meant, best first, the sentences that bear on the question,
 * best first, without the words that only open them. Every part of a question has its best sentence among them.
 * Empty only where no paper was retrieved or no sentence can be quoted.
 */
export function chooseQuotes(
  question: string,
  papers: readonly RankedPaper[],
  parts: EvidenceParts,
  asked: AskedFor = askedFor(question),
): readonly Evidence[] {
  const chosen = choosePapers(papers, asked);
  if (chosen.length > 1) {
    const limits = asked.severalPapers ? QUOTE_LIMITS.severalPapers : QUOTE_LIMITS.rivals;
    return chosen.flatMap((paper) => quotesOf(question, paper, limits, parts));
  }
  const quotes = chosen.flatMap((paper) =>
    quotesOf(question, paper, QUOTE_LIMITS[formOf(question, asked)], parts),
  );
  // An abstract tells what, how and with which result in this order.
  return asked.summary ? quotes.toSorted((a, b) => a.quoteStart - b.quoteStart) : quotes;
}

/** What a model writes from: whole sentences of the best papers, best first. */
export function chooseEvidence(
  question: string,
  papers: readonly RankedPaper[],
  parts: EvidenceParts,
): readonly Evidence[] {
  const least = (papers[0]?.score ?? 0) * LEAST_MODEL_SHARE;
  return papers
    .slice(0, MODEL_PAPERS)
    .filter(({ score }) => score >= least)
    .flatMap((paper) => sentencesOf(question, paper, MODEL_LIMITS, parts));
}

function formOf(question: string, { summary }: AskedFor): keyof typeof QUOTE_LIMITS {
  if (summary) return "summary";
  return questionParts(question).length > 1 ? "severalParts" : "onePaper";
}

function quotesOf(
  question: string,
  paper: RankedPaper,
  limits: QuoteLimits,
  parts: EvidenceParts,
): readonly Evidence[] {
  return sentencesOf(question, paper, limits, parts).map((evidence) => trimQuote(evidence, question));
}

function sentencesOf(
  question: string,
  paper: RankedPaper,
  limits: QuoteLimits,
  { passagesOf, weightOf }: EvidenceParts,
): readonly Evidence[] {
  const passages = passagesOf(paper.paper.paperId);
  const form = askedFor(question);
  const all = scoreSentences(question, form, paper, passages, weightOf);
  // Where code lies belongs to no summary.
  const scored = form.summary ? all.filter(({ quote }) => !tellsWhere(quote)) : all;
  const asked = questionParts(question);
  const wanted =
    asked.length < 2
      ? []
      : asked.flatMap((part) => {
          const matches = matchesOfPart(paper.matches, question, part);
          const ofPart = scoreSentences(
            part.text,
            askedFor(part.text),
            { paper: paper.paper, ...(matches && { matches }) },
            passages,
            weightOf,
          );
          const best = ofPart.toSorted((a, b) => b.score - a.score)[0];
          return scored.find(({ quoteStart }) => quoteStart === best?.quoteStart) ?? [];
        });
  return chooseSentences(scored, wanted, limits);
}
