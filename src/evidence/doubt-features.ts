import type { Evidence, RankedPaper, RetrievalStage, TokenMatches } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { contentTerms, fold, type Term } from "../text/terms.ts";
import { askedFor } from "./asks-for.ts";
import { lacksCounted } from "./counted-noun.ts";
import { figuresIn } from "./figures.ts";
import { namesNotIn } from "./missing-details.ts";
import type { TermWeight } from "./sentence-features.ts";

/** What tells a question that the first paper answers from one that it only looks as if it did. Cosines are -1..1. */
export interface DoubtFeatures {
  /** A name of the question is none of the paper's: 1 or 0. */
  readonly nameMissing: number;
  /** Some name is missing, and the question asks for a figure: 1 or 0. */
  readonly nameAndFigure: number;
  /** The question asks for a figure: 1 or 0. */
  readonly figure: number;
  /** The question asks how many of something, and no figure of the paper stands near that: 1 or 0. */
  readonly lacksCounted: number;
  /** The question asks for a figure: the share of its words, by weight, that no sentence with a figure of its own has; else 0. */
  readonly figureApart: number;
  /** Content words of the question: the lowest and the worst of many is lower and worse by chance alone. */
  readonly words: number;
  /** Log odds that the paper's best sentence is evidence. */
  readonly best: number;
  /** The mean of the best cosines of the question's tokens with the paper's, by weight. */
  readonly mean: number;
  /** How far that is above the best single sentence, the title counted with it: what is asked about stands apart. */
  readonly apart: number;
  /** The lowest lead of the paper over the next five in any one token: something else has it as well or better. */
  readonly margin: number;
  /** The word that the paper misses most: its weight times what its tokens' best cosines lack to 1. */
  readonly worstWord: number;
  /** Share of the question's words, by weight, that the title has. */
  readonly titleShare: number;
  /** The scores of these stages of retrieval. */
  readonly window: number;
  readonly reverse: number;
}

/** How many papers behind the first one it is compared with. */
const OTHERS = 5;

/** Undefined where tokens were not compared. `scored` are the first paper's sentences. */
export function doubtFeatures(
  question: string,
  papers: readonly RankedPaper[],
  scored: readonly Evidence[],
  weightOf: TermWeight,
): DoubtFeatures | undefined {
  const [first, ...others] = papers;
  const { matches } = first ?? {};
  if (!first || !matches) return undefined;
  const { paper } = first;
  const asked = askedFor(question);
  const text = `${paper.title}\n${paper.abstract}`;
  const isNameMissing = namesNotIn(question, paper).length > 0;
  const odds = scored.map(({ score }) => Math.log(score / (1 - score))).sort((a, b) => b - a);
  const best = bestCosines(matches);
  const mean = weightedMean(best, matches.weights);
  const sentences = matches.sentences.map(({ inWhole, inWindow }) =>
    best.map((_, token) => Math.max(matches.title[token] ?? -1, inWhole[token] ?? -1, inWindow[token] ?? -1)),
  );
  const elsewhere = others
    .slice(0, OTHERS)
    .flatMap((other) => (other.matches ? [bestCosines(other.matches)] : []));
  const terms = contentTerms(question);
  return {
    nameMissing: Number(isNameMissing),
    nameAndFigure: Number(isNameMissing && asked.number),
    figure: Number(asked.number),
    lacksCounted: Number(lacksCounted(question, paper.abstract)),
    figureApart: asked.number ? figureApart(question, terms, paper, matches, weightOf) : 0,
    words: terms.length,
    best: odds[0] ?? -5,
    mean,
    apart: mean - Math.max(-1, ...sentences.map((cosines) => weightedMean(cosines, matches.weights))),
    margin: Math.min(
      1,
      ...best.flatMap((cosine, token) =>
        (matches.weights[token] ?? 0) > 0
          ? [cosine - Math.max(-1, ...elsewhere.map((cosines) => cosines[token] ?? -1))]
          : [],
      ),
    ),
    worstWord: Math.max(0, ...missingWords(terms, text, matches, best, weightOf)),
    titleShare: shareIn(terms, paper.title, weightOf),
    window: stageScore(first, "window"),
    reverse: stageScore(first, "reverse"),
  };
}

/** The best cosine of each of the question's tokens with any of the paper's. */
function bestCosines({ title, sentences }: TokenMatches): readonly number[] {
  return title.map((cosine, token) =>
    Math.max(
      cosine,
      ...sentences.flatMap(({ inWhole, inWindow }) => [inWhole[token] ?? -1, inWindow[token] ?? -1]),
    ),
  );
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0) / total : 0;
}

/** A word whose tokens can't be found again counts as half missing. */
const UNKNOWN_COSINE = 0.5;

/** For each word that the text doesn't have, its weight times what its tokens lack. */
function missingWords(
  terms: readonly Term[],
  text: string,
  matches: TokenMatches,
  best: readonly number[],
  weightOf: TermWeight,
): readonly number[] {
  const stated = new Set(contentTerms(text).map((term) => term.stem));
  const cosines = wordCosines(matches.pieces, best);
  return terms
    .filter(({ stem }) => !stated.has(stem))
    .map(({ stem, word }) => weightOf(stem) * (1 - (cosines.get(fold(word)) ?? UNKNOWN_COSINE)));
}

/** The mean best cosine of each word's pieces. */
function wordCosines(pieces: readonly string[], best: readonly number[]): ReadonlyMap<string, number> {
  const words: { text: string; cosines: number[] }[] = [];
  for (const [token, piece] of pieces.entries()) {
    const cosine = best[token] ?? 0;
    const word = words.at(-1);
    if (piece.startsWith("##") && word) {
      word.text += piece.slice(2);
      word.cosines.push(cosine);
    } else words.push({ text: piece, cosines: [cosine] });
  }
  return new Map(
    words.map(({ text, cosines }) => [
      text,
      cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length,
    ]),
  );
}

function figureApart(
  question: string,
  terms: readonly Term[],
  { title, abstract }: Paper,
  { sentences }: TokenMatches,
  weightOf: TermWeight,
): number {
  const inTitle = new Set(contentTerms(title).map((term) => term.stem));
  const given = new Set(figuresIn(question).map(({ written }) => written));
  const wanted = terms.filter(({ stem }) => !inTitle.has(stem));
  const shares = sentences
    .map(({ start, end }) => abstract.slice(start, end))
    .filter((text) => figuresIn(text).some(({ written }) => !given.has(written)))
    .map((text) => shareIn(wanted, text, weightOf));
  return wanted.length === 0 ? 0 : 1 - Math.max(0, ...shares);
}

function shareIn(terms: readonly Term[], text: string, weightOf: TermWeight): number {
  const stems = new Set(contentTerms(text).map((term) => term.stem));
  let total = 0;
  let shared = 0;
  for (const stem of new Set(terms.map((term) => term.stem))) {
    total += weightOf(stem);
    if (stems.has(stem)) shared += weightOf(stem);
  }
  return total > 0 ? shared / total : 0;
}

function stageScore({ stages }: RankedPaper, stage: RetrievalStage): number {
  return stages.find((place) => place.stage === stage)?.score ?? 0;
}
