import { stemmer } from "stemmer";

/** Words that carry no content of their own: function words, question words, and what every question to a paper library says. */
const STOP_WORDS = new Set(
  (
    "a about all also an and any are as at be been being between both but by can could did do does doing each for from " +
    "had has have having he her his how i if in into is it its itself me more most my no nor not of on only or other our " +
    "out over own same she should so some such than that the their them then there these they this those through to too " +
    "under until up us very was we were what when where which while who whom why will with would you your " +
    "paper papers article articles work works study studies author authors tell please give list show explain describe"
  ).split(" "),
);

/** A word, a number or a name such as `GPT-4`, as it stands in the text. */
export interface Term {
  /** Folded and stemmed: what is compared. */
  readonly stem: string;
  /** As written. */
  readonly word: string;
}

/** Lower case, accents folded away: `TÜLU` → `tulu`. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The stem of one word, by Porter's algorithm; numbers stay as they are. */
export function stem(word: string): string {
  return stemmer(fold(word));
}

/** Whether a word carries no content of its own. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(fold(word));
}

/** The content words of a text in order: runs of letters and digits, decimals whole, stop words left out. */
export function contentTerms(text: string): readonly Term[] {
  const words = text.match(/\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.filter((word) => !isStopWord(word)).map((word) => ({ stem: stem(word), word }));
}
