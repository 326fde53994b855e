/** A fact that comes later than this is not counted, for each paper that answers: nobody reads on. */
export const READ_CHARACTERS_PER_PAPER = 900;

/** The part of a plain answer in which facts are looked for; a question without a paper is given the length of one. */
export function readPart(plainText: string, goldCount: number): string {
  return plainText.slice(0, READ_CHARACTERS_PER_PAPER * Math.max(1, goldCount));
}

/** The share of the facts that stand in a plain text, 0..1: each is a list of strings of which any one will do. */
export function shareOfFacts(facts: readonly (readonly string[])[], text: string): number {
  const found = facts.filter((strings) => strings.some((string) => states(text, string)));
  return facts.length === 0 ? 0 : found.length / facts.length;
}

/**
 * Whether a text holds a string, without regard to case. Words may be cut (`vocabular` is in `vocabulary`), numbers not:
 * `15` is not in `115`, `15.5` or `15,000`.
 */
export function states(text: string, wanted: string): boolean {
  const before = /^\d/u.test(wanted) ? String.raw`(?<!\d|\d[.,])` : "";
  const after = /\d$/u.test(wanted) ? String.raw`(?!\d|[.,]\d)` : "";
  return new RegExp(before + RegExp.escape(fold(wanted)) + after, "u").test(fold(text));
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ");
}
