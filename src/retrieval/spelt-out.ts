import type { Paper } from "../domain/paper.ts";
import { type TermFinder, termFinder } from "../text/spelling-pattern.ts";

/** An acronym in brackets behind what it stands for: `Direct Preference Optimization (DPO)`. */
const IN_BRACKETS = /\((?<acronym>\p{L}[\p{L}\p{N}-]{1,9})\)/gu;

/** Words that an acronym may leave out, and how many of them. */
const LEFT_OUT = /^(?:of|and|for|the|to|with|in|on|a|an|by|from)$/iu;
const MOST_LEFT_OUT = 3;

/** Characters before the bracket in which the spelt-out form is looked for. */
const CHARACTERS_BEFORE = 120;

/** A single letter stands for nothing that is spelt out. */
const LETTERS_OF_A_TERM = 2;

/** What share of a collection's papers that introduce an acronym must mean the same by it. */
const SHARE_OF_AGREEMENT = 0.6;

interface Introduction {
  readonly acronym: string;
  readonly words: string;
}

/**
 * The other form of a term, where abstracts introduce one and agree on it: what an acronym stands for, or the acronym of
 * a spelt-out term; a term with signs has none. `finder` finds the term itself.
 */
export function otherForm(term: string, finder: TermFinder, papers: Iterable<Paper>): string | undefined {
  if (finder.hasSigns || (term.match(/\p{L}/gu)?.length ?? 0) < LETTERS_OF_A_TERM) return undefined;
  const introductions = [...papers].flatMap(({ abstract }) => introductionsIn(abstract));
  const ofTerm = introductions.filter(({ acronym, words }) => finder.isSame(acronym) || finder.isSame(words));
  const [first] = ofTerm;
  if (!first) return undefined;
  const acronym = termFinder(first.acronym);
  const words = termFinder(mostFrequent(ofTerm.map((one) => one.words.toLowerCase())));
  const meant = introductions.filter((one) => acronym.isSame(one.acronym));
  const agreeing = meant.filter((one) => words.isSame(one.words));
  if (agreeing.length < SHARE_OF_AGREEMENT * meant.length) return undefined;
  const other = agreeing.find((one) => finder.isSame(one.acronym))
    ? agreeing[0]?.words
    : first.acronym.replace(/s$/u, "");
  return other !== undefined && !finder.isSame(other) && other !== term ? other : undefined;
}

function introductionsIn(abstract: string): readonly Introduction[] {
  return [...abstract.matchAll(IN_BRACKETS)].flatMap(({ groups, index }) => {
    const acronym = groups?.["acronym"] ?? "";
    if ((acronym.match(/\p{Lu}/gu)?.length ?? 0) < 2) return [];
    const words = wordsBehind(acronym, abstract.slice(Math.max(0, index - CHARACTERS_BEFORE), index));
    return words === undefined ? [] : [{ acronym, words }];
  });
}

/** The words at the end of a text whose initials are the acronym's letters. */
function wordsBehind(acronym: string, before: string): string | undefined {
  const letters = acronym
    .replace(/s$/u, "")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();
  const words = [...before.matchAll(/\p{L}[\p{L}\p{N}]*/gu)];
  for (let count = letters.length; count <= letters.length + MOST_LEFT_OUT; count += 1) {
    const taken = words.slice(-count);
    const [first] = taken;
    if (!first || taken.length < count || first[0].charAt(0).toLowerCase() !== letters.charAt(0)) continue;
    const telling = taken.filter(([word]) => !LEFT_OUT.test(word));
    const initials = (some: typeof taken) => some.map(([word]) => word.charAt(0).toLowerCase()).join("");
    if (initials(taken) === letters || initials(telling) === letters) return before.slice(first.index).trim();
  }
  return undefined;
}

function mostFrequent(texts: readonly string[]): string {
  const counts = [...Map.groupBy(texts, (text) => text)].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0] ?? "";
}
