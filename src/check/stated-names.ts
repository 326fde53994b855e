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
  return namesIn(sentence).filter((name) => !stated(name) && !namingParts(name).every(stated));
}

/** Of a name with hyphens, what names: `HIV` of `HIV-positive`, both parts of `GPT-4`. */
function namingParts(name: string): readonly string[] {
  return name.split(/[-–]/).filter((part) => /[\p{Lu}\p{N}]/u.test(part));
}

/** The names of a sentence, as written. */
export function namesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(WORD)]
    .filter(({ 0: word, index }) => {
      if (UNMISTAKABLE.test(word)) return /\p{L}/u.test(word);
      return CAPITALISED.test(word) && word.length > 1 && !BEGINNING.test(sentence.slice(0, index));
    })
    .map(([word]) => word);
}

/**
 * The names of a sentence that stand where a sentence of the paper has another name: between the same two words, such as
 * `from BLOOM on` for `from StarCoderPlus on`.
 */
export function namesExchanged(sentence: string, stated: string): readonly string[] {
  const isStated = statedNames(stated);
  const isSaid = statedNames(sentence);
  const others = namePlaces(stated).filter(({ name }) => !isSaid(name));
  return namePlaces(sentence)
    .filter(({ name }) => !isStated(name))
    .filter(({ before, after }) => others.some((other) => other.before === before && other.after === after))
    .map(({ name }) => name);
}

interface NamePlace {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Names with the words around them, a name at an end having none. */
function namePlaces(sentence: string): readonly NamePlace[] {
  const words = sentence.match(WORD) ?? [];
  const names = new Set(namesIn(sentence));
  return words.flatMap((name, place) =>
    names.has(name)
      ? [{ name, before: fold(words[place - 1] ?? ""), after: fold(words[place + 1] ?? "") }]
      : [],
  );
}

/** Tells whether a name stands in the text: hyphens, case and endings aside, or spelt out where it is an acronym. */
function statedNames(text: string): (name: string) => boolean {
  const words = text.match(WORD) ?? [];
  const parts = words.flatMap((word) => [word, ...word.split(/[-–]/)]);
  const stated = new Set(parts.flatMap((word) => [squeeze(word), stem(word)]));
  // `Rule-Following` may be written out as RF or as R.
  const initials = [words, words.flatMap((word) => word.split(/[-–]/))].map(initialsOf);
  return (name) => {
    const isAcronym = /^\p{Lu}{2,6}s?$/u.test(name);
    const isSpeltOut =
      isAcronym && initials.some((letters) => letters.includes(fold(name.replace(/s$/, ""))));
    return stated.has(squeeze(name)) || stated.has(stem(name)) || isSpeltOut;
  };
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => fold(word).charAt(0)).join("");
}

function squeeze(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, "");
}
