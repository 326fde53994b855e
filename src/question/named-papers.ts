import type { Paper } from "../domain/paper.ts";

/** The papers of a collection, by paperId. */
export type Papers = ReadonlyMap<string, Paper>;

/** A place in a text, by UTF-16 offsets; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A paper, and where a text first names it. Offsets are of the text with its accents folded away. */
export interface NamedPaper extends Span {
  readonly paper: Paper;
}

/** A word that only a name has: a digit beside letters, a capital after a small letter, or a part behind a hyphen with a capital. */
const DISTINCTIVE = /\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}|\p{L}-\p{Lu}|(?:^|\s)\p{N}/u;

/** What a whole title has at least, so that a phrase that happens to be one is not taken for it. */
const WORDS_OF_A_PHRASE = 4;

/** Fewer letters than this name nothing by themselves (`Re: …`). */
const LETTERS_OF_A_NAME = 3;

/**
 * The papers that a text calls by their titles or by the name before a title's colon (`Orca-Math: …`), in the order in
 * which it first does. Where names overlap the longest counts: `Orca-Math` does not name `Orca`.
 */
export function namedPapers(text: string, papers: Papers): readonly NamedPaper[] {
  const plain = withoutAccents(text);
  const words = new Set(plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const found: NamedPaper[] = [];
  for (const [paper, { title, firstWord }] of foldedTitles(papers)) {
    // Most titles begin with a word that the text doesn't have, which is quickly seen.
    if (firstWord === undefined || !words.has(firstWord)) continue;
    const occurrence = namesOf(title)
      .filter((name) => (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.has(word)))
      .map((name) => find(name, plain))
      .find((place) => place !== undefined);
    if (occurrence) found.push({ ...occurrence, paper });
  }
  const longest = found.filter(
    (one) => !found.some((other) => other !== one && covers(other, one) && !covers(one, other)),
  );
  return longest.sort((a, b) => a.start - b.start);
}

interface FoldedTitle {
  readonly title: string;
  /** In small letters; undefined where the title has no word. */
  readonly firstWord: string | undefined;
}

const folded = new WeakMap<Papers, ReadonlyMap<Paper, FoldedTitle>>();

/** The titles of a collection, folded once for all questions that it is asked. */
function foldedTitles(papers: Papers): ReadonlyMap<Paper, FoldedTitle> {
  const known = folded.get(papers);
  if (known) return known;
  const titles = new Map(
    [...papers.values()].map((paper) => {
      const title = withoutAccents(paper.title);
      return [paper, { title, firstWord: /[\p{L}\p{N}]+/u.exec(title.toLowerCase())?.[0] }];
    }),
  );
  folded.set(papers, titles);
  return titles;
}

/** Whether a paper is named by its whole title, and not by what stands before the colon. */
export function isWholeTitle({ paper, start, end }: NamedPaper, text: string): boolean {
  const words = (title: string) => (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  const plain = withoutAccents(text);
  return words(plain.slice(start, end)) === words(withoutAccents(paper.title));
}

/** Whether a place lies within another, or is the same. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The whole title first, then what stands before its colon or, where that is a sentence, its question mark. */
function namesOf(title: string): readonly string[] {
  const { head, asked } = /^(?:(?<head>[^:?]+):|(?<asked>[^:?]+)\?)\s/u.exec(title)?.groups ?? {};
  const name = head ?? (asked && asked.split(" ").length >= WORDS_OF_A_PHRASE ? asked : undefined);
  return name === undefined ? [title] : [title, name.trim()];
}

function find(name: string, text: string): Span | undefined {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join("").length < LETTERS_OF_A_NAME) return undefined;
  // What is spelt like ordinary words ("Flames", "Math Agents") is a name only where it is spelt like one.
  const isPlain = words.length < WORDS_OF_A_PHRASE && !DISTINCTIVE.test(name);
  const pattern = `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)${words.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}]|\\.\\p{N})`;
  for (const match of text.matchAll(new RegExp(pattern, isPlain ? "gu" : "giu"))) {
    const { index: start } = match;
    if (isPlain && words.length === 1 && isOrdinaryHere(name, text, start)) continue;
    return { start, end: start + match[0].length };
  }
  return undefined;
}

/** A single capital says nothing where a sentence begins, unless what follows sets the word off. */
function isOrdinaryHere(name: string, text: string, start: number): boolean {
  if (/\p{Lu}.*\p{Lu}/u.test(name)) return false;
  const opensSentence = /(?:^|[.!?:;“"”\n]\s*|[-*]\s+)$/u.test(text.slice(0, start));
  return opensSentence && !/^(?:\*\*|[:,’'])/u.test(text.slice(start + name.length));
}

/** Names with two capitals or more, or a capital and a digit: `TAPIR`, `GSM8K`, `Qwen2.5`. */
const NAME =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*[\p{Lu}\p{N}])[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu;

/** The names in a text, each once, in the order in which they come. */
export function namesIn(text: string): readonly string[] {
  return namePlacesIn(text).map(({ name }) => name);
}

/** The names in a text, each where it first stands. Offsets are of the text with its accents folded away. */
export function namePlacesIn(text: string): readonly (Span & { readonly name: string })[] {
  const places = new Map<string, number>();
  for (const { 0: name, index } of withoutAccents(text).matchAll(NAME)) {
    if (!places.has(name)) places.set(name, index);
  }
  return [...places].map(([name, start]) => ({ name, start, end: start + name.length }));
}

/** Accents folded away, capitals kept: `TÜLU` → `TULU`. */
export function withoutAccents(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "");
}
