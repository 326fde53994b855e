import { fold, stem } from "../text/terms.ts";

/** A word with its hyphenated parts. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-–][\p{L}\p{N}\p{M}]+)*/gu;
/** A capital inside a word, or letters and digits together: `BERT`, `LoRA`, `GSM8K`, `GPT-4`. */
const UNMISTAKABLE = /\p{L}.*\p{Lu}|\p{L}.*\p{N}/u;
const CAPITALISED = /^\p{Lu}/u;
/** After these a capital only says that something begins. */
const BEGINNING = /(?:^|[.!?:;“"‘'(—–-])\s*$/u;

/** The names of a sentence, as written, of which some part stands nowhere in the text. */
export function namesMissing(sentence: string, text: string): readonly string[] {
  const stated = statedNames(text);
  return namesIn(sentence).filter((name) => !stated(name) && !name.split(/[-–]/).every(stated));
}

function namesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(WORD)]
    .filter(({ 0: word, index }) => {
      if (UNMISTAKABLE.test(word)) return /\p{L}/u.test(word);
      return CAPITALISED.test(word) && word.length > 1 && !BEGINNING.test(sentence.slice(0, index));
    })
    .map(([word]) => word);
}

/** Tells whether a name stands in the text: hyphens, case and endings aside, or spelt out where it is an acronym. */
function statedNames(text: string): (name: string) => boolean {
  const words = text.match(WORD) ?? [];
  const parts = words.flatMap((word) => [word, ...word.split(/[-–]/)]);
  const stated = new Set(parts.flatMap((word) => [squeeze(word), stem(word)]));
  const initials = words.map((word) => fold(word).charAt(0)).join("");
  return (name) => {
    const isAcronym = /^\p{Lu}{2,6}s?$/u.test(name);
    const isSpeltOut = isAcronym && initials.includes(fold(name.replace(/s$/, "")));
    return stated.has(squeeze(name)) || stated.has(stem(name)) || isSpeltOut;
  };
}

function squeeze(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, "");
}
