import type { Paper } from "../domain/paper.ts";
import { fold, isStopWord, stem } from "../text/terms.ts";

/** The words of a stretch of text. */
export interface StretchWords {
  /** All of them, folded; decimals whole. */
  readonly words: ReadonlySet<string>;
  /** Of those that carry content. */
  readonly stems: ReadonlySet<string>;
}

/** The words of a paper. */
export interface PaperWords {
  /** Of its title and authors. */
  readonly heading: StretchWords;
  /** Of each sentence of its abstract. */
  readonly sentences: readonly StretchWords[];
}

const read = new WeakMap<Paper, PaperWords>();

/** Read once for each paper. */
export function wordsOfPaper(paper: Paper): PaperWords {
  const known = read.get(paper);
  if (known) return known;
  const { title, authors = [], abstract } = paper;
  const words = {
    heading: wordsIn([title, ...authors].join("\n")),
    sentences: abstract.split(/(?<=[.!?])\s+/u).map(wordsIn),
  };
  read.set(paper, words);
  return words;
}

function wordsIn(text: string): StretchWords {
  const words = new Set(fold(text).match(/\d+(?:[.,]\d+)+|[\p{L}\p{N}]+/gu) ?? []);
  return { words, stems: new Set([...words].filter((word) => !isStopWord(word)).map(stemOnce)) };
}

/** Stems by word: papers share most of theirs. */
const stems = new Map<string, string>();

function stemOnce(word: string): string {
  const known = stems.get(word) ?? stem(word);
  stems.set(word, known);
  return known;
}
