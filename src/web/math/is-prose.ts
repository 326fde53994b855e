/** A group in braces, whole or still open, without groups inside. */
const GROUP = /\{[^{}]*(?:\}|$)/g;

/** An amount of money that the sentence goes on behind: `5 million `, `10, and`, `3B (`. */
const MONEY = /^\d[\d.,]*(?:[KMBTkmbt]|bn)?[)\].,;:!?”"]*\s+(?:[\p{L}([“"•]{2}|\|)/u;

/** Two words that stand side by side outside of braces. */
const TWO_WORDS = /(?<![\p{L}\\])\p{L}{2,}[,;:]?\s+\p{L}{2}/u;

/** Whether what follows a delimiter reads as running text or money. Once its beginning does, all of it does. */
export function isProse(tex: string): boolean {
  const outside = withoutGroups(tex).replace(/\\(?:\p{L}+|$)/gu, "•");
  return MONEY.test(outside) || TWO_WORDS.test(outside);
}

function withoutGroups(tex: string): string {
  const flatter = tex.replace(GROUP, "•");
  return flatter === tex ? tex : withoutGroups(flatter);
}
