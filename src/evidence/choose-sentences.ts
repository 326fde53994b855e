import type { Evidence } from "../domain/evidence.ts";
import { isNearRepeat } from "./near-repeat.ts";

/** How much of one paper is quoted. */
export interface QuoteLimits {
  readonly sentences: number;
  /** Of all quotes together; the first one stands however long it is. */
  readonly characters: number;
  /** Enough is quoted once the chosen sentences hold this share (0..1) of the chances of all. */
  readonly enough: number;
  /** The same where the quotes are longer than `short` characters already: no sentence stands out there, and more are read. */
  readonly enoughWhenLong: number;
  readonly short: number;
  /** The chance (0..1) that a further sentence must have. */
  readonly leastChance: number;
}

/**
 * The sentences of a paper to quote: the best one first, `wanted` in any case, then others as long as they add something, the
 * shorter of two that are as good before the longer. A near-repeat of an earlier one is left out.
 */
export function chooseSentences(
  scored: readonly Evidence[],
  wanted: readonly Evidence[],
  limits: QuoteLimits,
): readonly Evidence[] {
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  const chosen: Evidence[] = [];
  let characters = 0;
  let chance = 0;
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  const others = scored.toSorted((a, b) => worthOf(b) - worthOf(a));
  for (const candidate of new Set([...(best ? [best] : []), ...wanted, ...others])) {
    if (chosen.length === limits.sentences) break;
    const enough = characters <= limits.short ? limits.enough : limits.enoughWhenLong;
    const isWanted = wanted.includes(candidate);
    if (chosen.length > 0 && !isWanted && chance >= enough * total) break;
    if (chosen.length > 0 && !isWanted && candidate.score < limits.leastChance) continue;
    const isTooLong = characters + candidate.quote.length > limits.characters;
    if (chosen.length > 0 && isTooLong) continue;
    if (chosen.some((earlier) => isNearRepeat(earlier.quote, candidate.quote))) continue;
    chosen.push(candidate);
    characters += candidate.quote.length;
    chance += candidate.score;
  }
  return chosen;
}

/** What a further sentence is worth in the room that it takes: by the root of its length, halfway between not at all and by length. */
function worthOf({ score, quote }: Evidence): number {
  return score / Math.sqrt(quote.length);
}
