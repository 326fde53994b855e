import type { Word } from "./read-words.ts";
import { listed } from "./word-lists.ts";

/** Words that turn what follows into its opposite. */
const NEGATORS = listed(
  "not no never cannot without neither nor none nothing nobody nowhere hardly rarely barely scarcely seldom",
  "fail fails failed failing unable lack lacks lacked lacking absence little",
);
/** A negation doesn't reach over these into the next clause. */
const CLAUSE_OPENERS = listed("but while whereas although though however because which that");
/** Content words that a negation reaches, adverbs aside: with more, objects and places count as denied. */
const REACH = 2;

/** Whether the word denies what follows it. */
export function isNegator({ folded }: Word): boolean {
  return NEGATORS.has(folded) || /n['’]t$/u.test(folded);
}

/** For each word of a text, whether it stands denied; two negations cancel, and “not only” denies nothing. */
export function negatedWords(text: string, words: readonly Word[]): readonly boolean[] {
  return words.map((_, place) => countNegators(text, words, place) % 2 === 1);
}

function countNegators(text: string, words: readonly Word[], place: number): number {
  let count = 0;
  let reach = 0;
  for (let before = place - 1; before >= 0 && reach < REACH; before--) {
    const word = words[before];
    const next = words[before + 1];
    if (!word || !next || CLAUSE_OPENERS.has(word.folded)) break;
    if (/[;:(),]/u.test(text.slice(word.end, next.start))) break;
    if (isNegator(word)) {
      if (next.folded === "only") break;
      count += 1;
    }
    if (word.isContent && !word.folded.endsWith("ly")) reach += 1;
  }
  return count;
}
