import type { Paper } from "./paper.ts";
import type { Passage } from "./passage.ts";

/** A passage that retrieval found, with its share (0..1) of the best passage's score for this question. */
export interface RankedPassage {
  readonly passage: Passage;
  readonly score: number;
}

/** A paper that retrieval found: `rank` from 1; `score` in 0..1, comparable within one retrieval only. */
export interface RankedPaper {
  readonly rank: number;
  readonly paper: Paper;
  readonly score: number;
  /** The best cosine (-1..1) of any of its passages with the question, comparable between questions; 0 where the vector search did not find it. */
  readonly similarity: number;
  /** Best first. */
  readonly passages: readonly RankedPassage[];
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
