import type { LateIndex } from "../index/paper-index.ts";
import { joinInt8, type PaperTokens } from "../index/paper-tokens.ts";
import type { Int8Products } from "../models/int8-products.ts";
import type { EncodedQuestion } from "./encode-question.ts";

/** How a paper's tokens fit a question's, each a weighted mean of cosines (-1..1). */
export interface TokenScores {
  /** Over the question's tokens, the best cosine with any token of the title and abstract (late interaction, ColBERT's MaxSim). */
  readonly late: number;
  /** Over the paper's tokens, the best cosine with any token of the question. */
  readonly reverse: number;
  /** As `late`, with all tokens from one passage, the best one: what is asked about stands together. */
  readonly passage: number;
}

/** Compares a question with each paper, token by token; all papers in one multiplication. */
export async function compareTokens(
  question: EncodedQuestion,
  papers: readonly PaperTokens[],
  { dimensions, weightOf }: Pick<LateIndex, "dimensions" | "weightOf">,
  multiply: Int8Products,
): Promise<readonly TokenScores[]> {
  const products = await multiply(
    joinInt8(papers.map(({ vectors }) => vectors)),
    question.tokens.vectors,
    dimensions,
  );
  const columns = question.weights.length;
  let start = 0;
  return papers.map((paper) => {
    const own = products.subarray(start * columns, (start + paper.scales.length) * columns);
    start += paper.scales.length;
    return scorePaper(own, question, paper, weightOf);
  });
}

/** `products` holds a row for each token of the paper, a column for each of the question's. */
function scorePaper(
  products: Int32Array,
  { weights, tokens }: EncodedQuestion,
  { tokenIds, segments, scales }: PaperTokens,
  weightOf: (tokenId: number) => number,
): TokenScores {
  const columns = weights.length;
  const segmentCount = (segments.at(-1) ?? 0) + 1;
  // The best cosine of each question token within each segment: the whole text, then the passages.
  const best = new Float32Array(segmentCount * columns).fill(-1);
  let reverse = 0;
  let reverseWeight = 0;
  for (let row = 0; row < scales.length; row++) {
    const scale = scales[row] ?? 0;
    const segment = segments[row] ?? 0;
    let bestOfRow = -1;
    for (let column = 0; column < columns; column++) {
      const cosine = (products[row * columns + column] ?? 0) * scale * (tokens.scales[column] ?? 0);
      if (cosine > bestOfRow) bestOfRow = cosine;
      const place = segment * columns + column;
      if (cosine > (best[place] ?? 0)) best[place] = cosine;
    }
    if (segment > 0) continue;
    const weight = weightOf(tokenIds[row] ?? 0);
    reverse += weight * bestOfRow;
    reverseWeight += weight;
  }
  const forward = Array.from({ length: segmentCount }, (_, segment) =>
    weightedShare(best.subarray(segment * columns, (segment + 1) * columns), weights),
  );
  const [late = 0, ...passages] = forward;
  return {
    late,
    reverse: reverseWeight > 0 ? reverse / reverseWeight : 0,
    passage: Math.max(-1, ...passages),
  };
}

function weightedShare(cosines: Float32Array, weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (const [column, weight] of weights.entries()) {
    sum += weight * (cosines[column] ?? 0);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}
