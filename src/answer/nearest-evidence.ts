import type { Evidence } from "../domain/evidence.ts";
import { contentTerms } from "../text/terms.ts";

/** What a word of the sentence counts where it stands in the evidence's quote, in its paper's title, in the abstract. */
const SHARES = { quote: 1, title: 0.6, abstract: 0.3 };
/** Names and figures say more than words what a sentence is about. */
const NAME_WEIGHT = 2;
const NAME = /\p{N}|\p{L}\p{Lu}/u;

/** A sentence that opens so goes on about the paper before: that counts as much as this share of its words. */
const GOES_ON =
  /^(?:it|they|this|these|its|their|here|in addition|moreover|further(?:more)?|additionally|the (?:method|model|approach|authors?|paper|system|framework|results?|technique|work|study))\b/i;
const SHARE_FOR_GOING_ON = 0.25;

/**
 * Finds the evidence that a sentence without a marker is about, by the words and names they share, rare ones first. One
 * that shares nothing is still about something: the evidence cited before it, else the best.
 */
export function createNearestEvidence(
  evidence: readonly Evidence[],
): (plainSentence: string, before: Evidence | undefined) => Evidence | undefined {
  const items = evidence.map((item) => ({
    item,
    quote: stemsOf(item.quote),
    title: stemsOf(item.paper.title),
    abstract: stemsOf(item.paper.abstract),
  }));
  /** Rarer among the quotes counts more. */
  const weightOf = (stem: string, word: string): number => {
    const count = items.filter(({ quote }) => quote.has(stem)).length;
    return Math.log(1 + items.length / Math.max(1, count)) * (NAME.test(word) ? NAME_WEIGHT : 1);
  };
  return (sentence, before) => {
    const weights = new Map(contentTerms(sentence).map(({ stem, word }) => [stem, weightOf(stem, word)]));
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    const forGoingOn = GOES_ON.test(sentence) ? total * SHARE_FOR_GOING_ON : 0;
    let best = before ?? evidence[0];
    let bestScore = 0;
    for (const { item, quote, title, abstract } of items) {
      let score = 0;
      for (const [stem, weight] of weights) {
        if (quote.has(stem)) score += weight * SHARES.quote;
        else if (title.has(stem)) score += weight * SHARES.title;
        else if (abstract.has(stem)) score += weight * SHARES.abstract;
      }
      if (score > 0 && item.paper.paperId === before?.paper.paperId) score += forGoingOn;
      if (score > bestScore) [best, bestScore] = [item, score];
    }
    return best;
  };
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(contentTerms(text).map((term) => term.stem));
}
