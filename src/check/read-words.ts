import type { TokenEmbedder, TokenVectors } from "../models/embedding-model.ts";
import { unitRows } from "../models/token-math.ts";
import { fold, isStopWord, stem } from "../text/terms.ts";

/** A word of a text as it is compared. */
export interface Word {
  /** As written. */
  readonly text: string;
  /** In lower case, accents folded away. */
  readonly folded: string;
  readonly stem: string;
  /** Whether it carries content of its own. */
  readonly isContent: boolean;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in order, each with the unit mean of its tokens' vectors where a model has read it. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
  /** A row for each word, all zeros for one that the model did not read; absent without a model. */
  readonly rows: Float32Array | undefined;
}

/** A number with its separators, or a run of letters, digits and marks; an apostrophe's ending goes with its word. */
const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}]+(?:['’](?:t|s|re|ve|ll|d|m)\b)?/giu;

/** Reads texts word by word, with a model where there is one. */
export async function readWords(
  texts: readonly string[],
  tokens: TokenEmbedder | undefined,
): Promise<readonly ReadText[]> {
  if (!tokens || texts.length === 0) {
    return texts.map((text) => ({ text, words: wordsOf(text), rows: undefined }));
  }
  const [pieces, read] = await Promise.all([tokens.vocabulary(), tokens.embedTokens(texts)]);
  return texts.map((text, place) => {
    const words = wordsOf(text);
    const vectors = read[place];
    return { text, words, rows: vectors && rowsOf(words, vectors, pieces) };
  });
}

/** The words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const bare = word.replace(/['’]s$/u, "");
    return {
      text: word,
      folded: fold(word),
      stem: stem(bare),
      isContent: !isStopWord(bare) && !/n['’]t$/iu.test(bare),
      start: index,
      end: index + word.length,
    };
  });
}

/** Whether a word is a number, in figures or spelt out up to ten. */
export function isNumber(word: Word | undefined): boolean {
  return /^(?:\d.*|half|one|two|three|four|five|six|seven|eight|nine|ten)$/u.test(word?.folded ?? "");
}

/** The model cuts words into pieces and knows them in lower case, without accents: they are laid along the words in order. */
function rowsOf(
  words: readonly Word[],
  { tokenIds, vectors }: TokenVectors,
  pieces: readonly string[],
): Float32Array {
  const dimensions = vectors.length / Math.max(1, tokenIds.length);
  const rows = new Float32Array(words.length * dimensions);
  let word = 0;
  let left = lettersOf(words[0]);
  for (const [token, tokenId] of tokenIds.entries()) {
    const piece = pieces[tokenId] ?? "";
    const letters = piece.replace(/^##/u, "").replace(/[^\p{L}\p{N}]/gu, "");
    if (letters === "" || /^\[[A-Z]+\]$/u.test(piece)) continue;
    const found = left.startsWith(letters) ? word : nextWith(words, word + 1, letters);
    if (found === undefined) continue;
    if (found !== word) left = lettersOf(words[found]);
    word = found;
    left = left.slice(letters.length);
    for (let axis = 0; axis < dimensions; axis++)
      rows[word * dimensions + axis] =
        (rows[word * dimensions + axis] ?? 0) + (vectors[token * dimensions + axis] ?? 0);
  }
  return unitRows(rows, dimensions);
}

/** How far the pieces may run ahead of the words, as they do where the model knows no sign of a word. */
const LOOK_AHEAD_WORDS = 4;

function nextWith(words: readonly Word[], from: number, letters: string): number | undefined {
  for (let word = from; word < Math.min(words.length, from + LOOK_AHEAD_WORDS); word++) {
    if (lettersOf(words[word]).startsWith(letters)) return word;
  }
  return undefined;
}

function lettersOf(word: Word | undefined): string {
  return word?.folded.replace(/[^\p{L}\p{N}]/gu, "") ?? "";
}
