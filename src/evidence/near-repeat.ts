import { contentTerms } from "../text/terms.ts";

/** Two sentences that share more of the shorter one's words than this say the same thing. */
const SHARE = 0.7;

/** Whether one of two sentences adds nearly nothing to the other. */
export function isNearRepeat(one: string, other: string): boolean {
  const stems = stemsOf(one);
  const others = stemsOf(other);
  return stems.intersection(others).size / Math.max(1, Math.min(stems.size, others.size)) > SHARE;
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(contentTerms(text).map((term) => term.stem));
}
