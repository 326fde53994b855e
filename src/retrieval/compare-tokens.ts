import type { LateIndex } from "../index/paper-index.ts";
import type { PaperTokens } from "../index/paper-tokens.ts";
import type { Int8Products } from "../models/int8-products.ts";
import { rotatedWidth } from "../models/rotate-rows.ts";
import { signScale, unpackSigns } from "../models/sign-bits.ts";
import type { EncodedQuestion } from "./encode-question.ts";

/** How a paper's tokens fit a question's, each a weighted mean of cosines (-1..1). */
export interface TokenScores {
  /**
   * Over the question's tokens, the best cosine with any token of the paper (late interaction, ColBERT's MaxSim): the mean
   * of that with the title and abstract read as one and that with the windows, each read alone.
   */
  readonly late: number;
  /** Over the tokens of the title and abstract, the best cosine with any token of the question. */
  readonly reverse: number;
  /** As `late`, with all tokens from one window, the best one: what is asked about stands together. */
  readonly window: number;
  /** The best cosine of each of the question's tokens with any of the title's (first) and of each sentence's, in the abstract's order. */
  readonly sentences: readonly SentenceCosines[];
}

/** A number for every token of the question, -1 where the sentence has no token that was kept. */
export interface SentenceCosines {
  /** Read with the title and the whole abstract around it. */
  readonly inWhole: readonly number[];
  /** Read with the sentence beside it only. */
  readonly inWindow: readonly number[];
}

/** Compares a question with each paper, token by token; all papers in one multiplication. */
export async function compareTokens(
  question: EncodedQuestion,
  papers: readonly PaperTokens[],
  { dimensions, weightOf }: Pick<LateIndex, "dimensions" | "weightOf">,
  multiply: Int8Products,
): Promise<readonly TokenScores[]> {
  const signs = unpackSigns(papers.map(({ vectors }) => vectors));
  const products = await multiply(signs, question.tokens.vectors, rotatedWidth(dimensions));
  const scales = question.tokens.scales.map((scale) => scale * signScale(dimensions));
  const columns = scales.length;
  let start = 0;
  return papers.map((paper) => {
    const own = products.subarray(start * columns, (start + paper.tokenIds.length) * columns);
    start += paper.tokenIds.length;
    return scorePaper({ products: own, scales }, question, paper, weightOf);
  });
}

/** `products` holds a row for each token of the paper, a column for each of the question's, whose `scales` make cosines of them. */
function scorePaper(
  { products, scales }: { readonly products: Int32Array; readonly scales: Float32Array },
  { weights }: Pick<EncodedQuestion, "weights">,
  { tokenIds, segments, sentences }: PaperTokens,
  weightOf: (tokenId: number) => number,
): TokenScores {
  const columns = weights.length;
  const bests = createBests(columns, (segments.at(-1) ?? 0) + 1, Math.max(0, ...sentences) + 1);
  let reverse = 0;
  let reverseWeight = 0;
  // The rows of one sentence read in one segment stand together: their best is found first.
  const bestOfRun = new Float32Array(columns).fill(-1);
  for (let row = 0; row < tokenIds.length; row++) {
    const segment = segments[row] ?? 0;
    const sentence = sentences[row] ?? 0;
    let bestOfRow = -1;
    for (let column = 0; column < columns; column++) {
      const cosine = (products[row * columns + column] ?? 0) * (scales[column] ?? 0);
      if (cosine > bestOfRow) bestOfRow = cosine;
      if (cosine > (bestOfRun[column] ?? 0)) bestOfRun[column] = cosine;
    }
    if (segments[row + 1] !== segment || sentences[row + 1] !== sentence) {
      bests.add(segment, sentence, bestOfRun);
      bestOfRun.fill(-1);
    }
    if (segment > 0) continue;
    const weight = weightOf(tokenIds[row] ?? 0);
    reverse += weight * bestOfRow;
    reverseWeight += weight;
  }
  const { whole, windows, ofSentences } = bests.read();
  const anyWindow = weights.map((_, column) =>
    Math.max(-1, ...windows.map((window) => window[column] ?? -1)),
  );
  return {
    late: (weightedShare(whole, weights) + weightedShare(anyWindow, weights)) / 2,
    reverse: reverseWeight > 0 ? reverse / reverseWeight : 0,
    window: Math.max(-1, ...windows.map((window) => weightedShare(window, weights))),
    sentences: ofSentences,
  };
}

/** Keeps the best cosine of each question token within each segment (the whole text, then the windows) and within each sentence. */
function createBests(columns: number, segmentCount: number, sentenceCount: number) {
  const rowsOf = (count: number) => Array.from({ length: count }, () => new Array<number>(columns).fill(-1));
  const segments = rowsOf(segmentCount);
  const inWhole = rowsOf(sentenceCount);
  const inWindow = rowsOf(sentenceCount);
  const raise = (kept: number[] | undefined, found: Float32Array) => {
    if (!kept) return;
    for (let column = 0; column < columns; column++)
      kept[column] = Math.max(kept[column] ?? -1, found[column] ?? -1);
  };
  return {
    add(segment: number, sentence: number, found: Float32Array): void {
      raise(segments[segment], found);
      raise((segment === 0 ? inWhole : inWindow)[sentence], found);
    },
    read() {
      const [whole = [], ...windows] = segments;
      const ofSentences = inWhole.map(
        (cosines, sentence): SentenceCosines => ({ inWhole: cosines, inWindow: inWindow[sentence] ?? [] }),
      );
      return { whole, windows, ofSentences };
    },
  };
}

function weightedShare(cosines: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (const [column, weight] of weights.entries()) {
    sum += weight * (cosines[column] ?? 0);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}
