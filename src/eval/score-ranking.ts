/** 1 where the first of the ranked ids is wanted, else 0. */
export function hitAtOne(ranked: readonly string[], wanted: ReadonlySet<string>): number {
  const [first] = ranked;
  return first !== undefined && wanted.has(first) ? 1 : 0;
}

/** The share of the wanted ids within the first `depth`, 0..1; 0 where nothing is wanted. */
export function recallAt(depth: number, ranked: readonly string[], wanted: ReadonlySet<string>): number {
  const found = new Set(ranked.slice(0, depth));
  return wanted.size === 0 ? 0 : found.intersection(wanted).size / wanted.size;
}

/** One over the rank of the first wanted id, 0 where none stands within the first `depth`. */
export function reciprocalRankAt(
  depth: number,
  ranked: readonly string[],
  wanted: ReadonlySet<string>,
): number {
  const place = ranked.slice(0, depth).findIndex((id) => wanted.has(id));
  return place === -1 ? 0 : 1 / (place + 1);
}

/**
 * Normalised discounted cumulative gain, 0..1: the relevance of each of the first `depth` ids over log2(rank + 1), by
 * the sum that the best order would reach. Relevance is taken as it is, as trec_eval and BEIR do.
 */
export function ndcgAt(
  depth: number,
  ranked: readonly string[],
  relevance: ReadonlyMap<string, number>,
): number {
  const best = [...relevance.values()].filter((gain) => gain > 0).sort((one, other) => other - one);
  const ideal = discountedGain(best.slice(0, depth));
  const reached = discountedGain(ranked.slice(0, depth).map((id) => Math.max(0, relevance.get(id) ?? 0)));
  return ideal === 0 ? 0 : reached / ideal;
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}
