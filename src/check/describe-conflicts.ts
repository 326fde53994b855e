import { WORDS_MISSING } from "./check-sentence.ts";
import type { ComparedClaim } from "./compare-claim.ts";
import { describeNumbers } from "./describe-numbers.ts";

/** Names, numbers and words that the reasons list: enough to see what is wrong. */
const MAX_NAMED = 3;

/** What is in a claim that the paper does not have or says otherwise, in words for a person. */
export function describeConflicts(compared: ComparedClaim): readonly string[] {
  const { features, reversals, widening } = compared;
  const { reversed, telling } = reversals;
  return [
    ...missing("number", compared.numbers),
    ...describeNumbers(compared.elsewhere, compared.numbersExchanged),
    ...missing("name", compared.names),
    ...compared.exchanged
      .slice(0, MAX_NAMED)
      .map((name) => `the paper has another name where the claim has ${name}`),
    ...(reversed ? [`the paper says “${reversed.paper}” where the claim says “${reversed.claim}”`] : []),
    ...(telling === undefined || reversed ? [] : [`nothing in the paper agrees with “${telling}”`]),
    ...(features.newDenial > 0 ? ["the claim denies what the paper does not deny"] : []),
    ...(features.swapped > SWAPPED ? ["the paper compares the other way round"] : []),
    ...(widening.words ? [describeWidening(widening.words)] : []),
    ...(features.unrestricted > UNRESTRICTED ? [describeRestriction(widening.superlative)] : []),
  ];
}

/** From here on a comparison is turned round, and a superlative has lost what restricts it, clearly enough to say so. */
const SWAPPED = 0.1;
const UNRESTRICTED = 0.2;

/** Which words of a claim the paper has nothing like, in words for a person. */
export function describeGaps({ unmatched }: ComparedClaim): string {
  if (unmatched.length === 0) return "no sentence of the paper says this";
  return `${WORDS_MISSING} ${[...new Set(unmatched)].slice(0, MAX_NAMED).join(", ")}`;
}

function missing(kind: string, found: readonly string[]): readonly string[] {
  return [...new Set(found)].slice(0, MAX_NAMED).map((written) => `${kind} ${written} not in the paper`);
}

function describeWidening({ claim, paper }: { readonly claim: string; readonly paper: string | undefined }) {
  const said = `the claim says “${claim}”`;
  return paper === undefined ? `${said}, the paper does not` : `the paper says “${paper}” where ${said}`;
}

function describeRestriction(superlative: string | undefined): string {
  return `the paper says what is meant by “${superlative ?? "first"}”, and the claim leaves it out`;
}
