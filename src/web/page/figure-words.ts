const ORDINAL = new Intl.PluralRules("en", { type: "ordinal" });

const SUFFIXES: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: "st", two: "nd", few: "rd" };

const TWO_DECIMALS = new Intl.NumberFormat("en", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: "negative",
});

/** A rank as one says it: `1st`, `2nd`, `13th`. */
export function ordinal(rank: number): string {
  return `${rank}${SUFFIXES[ORDINAL.select(rank)] ?? "th"}`;
}

/** A score to two decimals, zero without a sign: `0.83`, `21.40`. */
export function twoDecimals(score: number): string {
  return TWO_DECIMALS.format(score);
}
