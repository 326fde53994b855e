import type { Span } from "../domain/passage.ts";

/** About three sentences: enough to stand alone, little enough that one vector can mean it. */
export const MAX_PASSAGE_CHARACTERS = 450;

/** The cheapest grouping of the first sentences, whose last group begins at sentence `from`. */
interface Grouping {
  readonly cost: number;
  readonly from: number;
}

/**
 * Groups neighbouring sentences, up to 450 characters from the first to the end of the last, so evenly that no short
 * rest is left over; a longer sentence is a group of its own. Every sentence is in one group, in order.
 */
export function groupSentences(sentences: readonly Span[]): Span[][] {
  const best: Grouping[] = [{ cost: 0, from: 0 }];
  for (const [last, { end }] of sentences.entries()) {
    let cheapest: Grouping | undefined;
    for (let from = last; from >= 0; from--) {
      const length = end - (sentences[from]?.start ?? 0);
      if (length > MAX_PASSAGE_CHARACTERS && from < last) break;
      const cost = (best[from]?.cost ?? 0) + unevenness(length);
      if (!cheapest || cost < cheapest.cost) cheapest = { cost, from };
    }
    if (cheapest) best.push(cheapest);
  }
  const groups: Span[][] = [];
  for (let end = sentences.length; end > 0; end = best[end]?.from ?? 0) {
    groups.push(sentences.slice(best[end]?.from, end));
  }
  return groups.reverse();
}

/** Squared room left over, as typesetters count it: it prefers few groups to many, and even ones to uneven. */
function unevenness(length: number): number {
  return Math.max(0, MAX_PASSAGE_CHARACTERS - length) ** 2;
}
