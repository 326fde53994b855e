import type { Paper } from "./paper.ts";
import type { Passage, Span } from "./passage.ts";

/** A passage that retrieval found, with its share (0..1) of the best passage's score for this question. */
export interface RankedPassage {
  readonly passage: Passage;
  readonly score: number;
}

/**
 * What can give a paper a rank, in the order in which it runs. Candidates are found by `words` (BM25), by `vectors` and,
 * where a chat model has imagined one, by a `hypothesis` (an abstract that would answer), and joined by `fusion`. The best
 * of them are compared token by token: `late`, `reverse` and `window` give the order of the late stage together, with the
 * `similarity` of vectors and the `overlap` of words beside them. `rerank` is a cross-encoder's. A paper that the question
 * calls by its `title` comes first.
 */
export const RETRIEVAL_STAGES = [
  "words",
  "vectors",
  "hypothesis",
  "fusion",
  "late",
  "reverse",
  "window",
  "similarity",
  "overlap",
  "rerank",
  "title",
] as const;
export type RetrievalStage = (typeof RETRIEVAL_STAGES)[number];

/** Where one stage put a paper: `rank` from 1 among those that it saw, `score` on a scale of the stage's own. */
export interface StagePlace {
  readonly stage: RetrievalStage;
  readonly rank: number;
  readonly score: number;
}

/** A sentence of an abstract, with the best cosine (-1..1) of each of the question's tokens with any of its own. */
export interface MatchedSentence extends Span {
  /** Read with the title and the whole abstract around it. */
  readonly inWhole: readonly number[];
  /** Read with the sentence beside it only. */
  readonly inWindow: readonly number[];
}

/** How the tokens of a question fit a paper: every list of numbers has one for each token of the question. */
export interface TokenMatches {
  /** The word pieces, as the embedding model cuts words: `##` begins what goes on with the word before. */
  readonly pieces: readonly string[];
  /** How telling each is: 0 for words of asking, and for what was carried over from earlier turns. */
  readonly weights: readonly number[];
  /** The best cosine with any token of the title. */
  readonly title: readonly number[];
  /** In the abstract's order. */
  readonly sentences: readonly MatchedSentence[];
}

/** A paper that retrieval found: `rank` from 1; `score` in 0..1, comparable within one retrieval only. */
export interface RankedPaper {
  readonly rank: number;
  readonly paper: Paper;
  readonly score: number;
  /** The best cosine (-1..1) of any of its passages with the question, comparable between questions; 0 where it has no vector, or the question none. */
  readonly similarity: number;
  /** How it came here: a place for each stage that found or ranked it. */
  readonly stages: readonly StagePlace[];
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** Absent where the late stage did not read the paper. */
  readonly matches?: TokenMatches;
}

/** A sentence or clause that bears on the question: `quote === paper.abstract.slice(quoteStart, quoteEnd)`, five words or more. */
export interface Evidence {
  readonly paper: Paper;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** How well it bears on the question, 0..1, comparable within one question only. */
  readonly score: number;
}
