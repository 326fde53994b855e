import type { Paper } from "../domain/paper.ts";
import { contentTerms, fold, isStopWord } from "../text/terms.ts";
import { type StretchWords, wordsOfPaper } from "./paper-words.ts";

/** A query as far as it is typed. */
export interface TypedQuery {
  readonly text: string;
  /** The stems of its content words but the last. */
  readonly stems: readonly string[];
  /** The last word, folded, which may go on; undefined where there is none. */
  readonly last?: { readonly word: string; readonly stem: string };
}

/** Its last word may be the beginning of one; a stop word at the end counts only where nothing else is there. */
export function readTypedQuery(text: string): TypedQuery {
  const terms = contentTerms(text);
  const end = /[\p{L}\p{N}\p{M}]+$/u.exec(text.trim())?.[0];
  if (end === undefined || (isStopWord(end) && terms.length > 0)) {
    return { text, stems: terms.map(({ stem }) => stem) };
  }
  const last = { word: fold(end), stem: terms.at(-1)?.stem ?? fold(end) };
  return { text, stems: terms.slice(0, -1).map(({ stem }) => stem), last };
}

/**
 * Whether a paper has every content word of the query, the last one perhaps only begun, in one sentence of its abstract, its
 * title and its authors: what stands there stands closer together than in the whole abstract.
 */
export function hasWords(paper: Paper, { stems, last }: TypedQuery): boolean {
  if (stems.length === 0 && !last) return false;
  const { heading, sentences } = wordsOfPaper(paper);
  return sentences.some((sentence) => {
    const both = [heading, sentence];
    return (
      stems.every((stem) => both.some((stretch) => stretch.stems.has(stem))) &&
      (!last || both.some((stretch) => hasLast(stretch, last)))
    );
  });
}

/** Whether any of the papers has any of the query's content words, or one that its last word begins. */
export function hasKnownWord({ stems, last }: TypedQuery, papers: readonly Paper[]): boolean {
  return papers
    .values()
    .flatMap(stretchesOf)
    .some(
      (stretch) =>
        stems.some((stem) => stretch.stems.has(stem)) || (last !== undefined && hasLast(stretch, last)),
    );
}

/**
 * The query with a last word that no paper has completed to the one of its completions that most papers have, so that
 * it can be searched for by meaning: `hallucinat` → `hallucination`. Any other query stays as it is.
 */
export function completed({ text, last }: TypedQuery, papers: readonly Paper[]): string {
  if (!last) return text;
  const papersWith = new Map<string, number>();
  for (const paper of papers) {
    const stretches = stretchesOf(paper);
    if (stretches.some(({ words }) => words.has(last.word))) return text;
    const begun = new Set(stretches.flatMap(({ words }) => begunIn(words, last.word)));
    for (const word of begun) papersWith.set(word, (papersWith.get(word) ?? 0) + 1);
  }
  const [best] = [...papersWith].sort(([a, inA], [b, inB]) => inB - inA || a.length - b.length);
  return best ? text.trim().replace(/[\p{L}\p{N}\p{M}]+$/u, () => best[0]) : text;
}

function stretchesOf(paper: Paper): readonly StretchWords[] {
  const { heading, sentences } = wordsOfPaper(paper);
  return [heading, ...sentences];
}

function hasLast({ words, stems }: StretchWords, last: NonNullable<TypedQuery["last"]>): boolean {
  return stems.has(last.stem) || begunIn(words, last.word).length > 0;
}

function begunIn(words: ReadonlySet<string>, beginning: string): readonly string[] {
  return [...words].filter((word) => word.startsWith(beginning));
}
