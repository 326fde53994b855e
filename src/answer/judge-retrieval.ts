import type { RefusalReason } from "../domain/answer.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import { isTakeover } from "../question/recognise-takeover.ts";
import { contentTerms } from "../text/terms.ts";

/**
 * Below both of these nothing in the collection is near the question, unless it names something. Of the gold questions
 * that papers answer, one in twenty has a best cosine below 0.32, and those share half of their words' weight with the
 * best paper or name something in it; everyday questions ("What is the capital of France?") lie below both.
 */
const LEAST_SIMILARITY = 0.32;
const LEAST_COVERAGE = 0.5;

/** A word with two capitals or more (TALC, QNLP, LifeGPT) is a name: a paper that has it is near, whatever the rest says. */
const NAME = /\p{Lu}\P{Lu}*\p{Lu}/u;

export interface CollectionFacts {
  readonly paperCount: number;
  readonly weightOf: (stem: string) => number;
}

/** Why a question gets no answer, or undefined where it is worth answering. */
export function reasonToRefuse(
  question: string,
  papers: readonly RankedPaper[],
  { paperCount, weightOf }: CollectionFacts,
): RefusalReason | undefined {
  if (paperCount === 0) return "empty-index";
  if (isTakeover(question)) return "out-of-scope";
  const [best] = papers;
  if (!best) return "no-evidence";
  const similarity = Math.max(...papers.map((paper) => paper.similarity));
  return similarity >= LEAST_SIMILARITY ||
    papers.some((paper) => hasName(question, paper)) ||
    sharesEnough(question, best, weightOf)
    ? undefined
    : "out-of-scope";
}

/** Whether the paper has a name that the question has. */
function hasName(question: string, { paper }: RankedPaper): boolean {
  const names = contentTerms(question).filter(({ word }) => NAME.test(word));
  const inPaper = new Set(contentTerms(`${paper.title} ${paper.abstract}`).map((term) => term.stem));
  return names.some(({ stem }) => inPaper.has(stem));
}

/** Whether the paper has enough of the question's content words, each by its weight. */
function sharesEnough(question: string, { paper }: RankedPaper, weightOf: (stem: string) => number): boolean {
  const inPaper = new Set(contentTerms(`${paper.title} ${paper.abstract}`).map((term) => term.stem));
  let total = 0;
  let shared = 0;
  for (const { stem, word } of contentTerms(question)) {
    // A figure by itself is about nothing.
    if (/^[\d.,]+$/u.test(word)) continue;
    total += weightOf(stem);
    if (inPaper.has(stem)) shared += weightOf(stem);
  }
  return total > 0 && shared / total >= LEAST_COVERAGE;
}
