/** An author as CSL-JSON has it: a person's parts, or a name that is one whole. */
export type AuthorName =
  | { readonly family: string; readonly given?: string; readonly suffix?: string }
  | { readonly literal: string };

/** Words that no person is called by: what has one is an organisation. */
const ORGANISATION =
  /\b(?:team|group|consortium|collaboration|collective|community|university|institute|institution|college|laborator(?:y|ies)|labs?|research|foundation|association|society|company|corporation|inc|ltd|llc|gmbh|ai|project|initiative|network|department|centre|center|committee|alliance|of|for|and|the)\b|[\d&@/|]/iu;

const SUFFIX = /^(?:jr|sr)\.?$|^(?:ii|iii|iv)$/iu;

/** Stands before a family name and belongs to it: `van Beethoven`, `de la Cruz`. */
const PARTICLE = /^(?:\p{Ll}[\p{L}'’]{0,4})$/u;

/**
 * The parts of an author's name: `Ada Lovelace`, `Lovelace, Ada`, `Ludwig van Beethoven`, `Sammy Davis Jr.` A name of one
 * word and an organisation's stay whole.
 */
export function authorName(text: string): AuthorName {
  const name = text.replace(/[\p{Cc}\s]+/gu, " ").trim();
  const [family = "", given, ...more] = name.split(/\s*,\s*/u);
  if (ORGANISATION.test(name) || more.length > 0) return { literal: name };
  if (given !== undefined) {
    if (SUFFIX.test(given)) return withSuffix(family, given);
    return family && given ? { family, given } : { literal: name };
  }
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  return words.length > 2 && SUFFIX.test(last)
    ? withSuffix(words.slice(0, -1).join(" "), last)
    : inOrder(words);
}

function withSuffix(name: string, suffix: string): AuthorName {
  const person = inOrder(name.split(" "));
  return "literal" in person ? { literal: `${name} ${suffix}` } : { ...person, suffix };
}

function inOrder(words: readonly string[]): AuthorName {
  if (words.length < 2) return { literal: words.join(" ") };
  const particle = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
  const start = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { family: words.slice(start).join(" "), given: words.slice(0, start).join(" ") };
}
