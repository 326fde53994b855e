import type { FittedPaper, SentenceFit } from "./fit-sentences.ts";
import { wayOf } from "./opposites.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { isNumber } from "./read-words.ts";
import { listed } from "./word-lists.ts";

/** What stands between the two sides of a comparison. */
const COMPARATORS = listed(
  "than versus vs outperform outperforms outperformed outperforming surpass surpasses surpassed exceed exceeds beat beats",
);
const COMPARED = listed("compared relative");

/** Words to the right of a comparator that belong to it. */
const RIGHT_SIDE_WORDS = 8;

interface Comparison {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** 1 where the left side is more or better. */
  readonly way: -1 | 1;
}

/**
 * How clearly a claim compares the same things as a paper's sentence the other way round, 0..1: “more on the simple than on
 * the hard ones” beside “more on hard ones compared to simple ones”.
 */
export function findSwap(claim: ReadSentence, { nearest }: FittedPaper): number {
  const said = comparisonIn(claim);
  if (!said) return 0;
  return Math.max(0, ...nearest.map((fit) => swapWith(said, fit)));
}

function swapWith(said: Comparison, { sentence, cosines }: SentenceFit): number {
  const stated = comparisonIn(sentence);
  if (!stated) return 0;
  const cosine = (row: number, column: number) => cosines.values[row * cosines.columns + column] ?? 0;
  const rowsTo = (rows: readonly number[], columns: readonly number[]) =>
    mean(rows.map((row) => Math.max(0, ...columns.map((column) => cosine(row, column)))));
  const columnsTo = (columns: readonly number[], rows: readonly number[]) =>
    mean(columns.map((column) => Math.max(0, ...rows.map((row) => cosine(row, column)))));
  const crossed = rowsTo(said.right, stated.left) + columnsTo(stated.right, said.left);
  const straight = rowsTo(said.right, stated.right) + columnsTo(stated.right, said.right);
  const turn = (crossed - straight) / 2;
  return Math.max(0, said.way === stated.way ? turn : -turn);
}

/** The last comparison of a sentence: the telling words of both sides that stand on one side only. */
function comparisonIn({ text, words, weights, negated }: ReadSentence): Comparison | undefined {
  const place = words.findLastIndex(
    ({ folded }, index) =>
      // “Fewer than 10” bounds a number, and compares no two things.
      (COMPARATORS.has(folded) && !isNumber(words[index + 1])) ||
      (COMPARED.has(folded) && /^(?:to|with)$/u.test(words[index + 1]?.folded ?? "")),
  );
  const comparator = words[place];
  if (!comparator) return undefined;
  const isTelling = (index: number) =>
    (weights[index] ?? 0) > 0 && !/^\d|^ones?$/u.test(words[index]?.folded ?? "");
  const after = words.slice(place + 1, place + 1 + RIGHT_SIDE_WORDS);
  const stop = after.findIndex(({ end }, index) =>
    /^\W*[,;:.)]/u.test(text.slice(end, after[index + 1]?.start ?? text.length)),
  );
  const rightEnd = place + 1 + (stop < 0 ? after.length : stop + 1);
  const left = indexes(0, place).filter(isTelling);
  const right = indexes(place + 1, rightEnd).filter(isTelling);
  const stems = (side: readonly number[]) => new Set(side.map((index) => words[index]?.stem));
  const [leftStems, rightStems] = [stems(left), stems(right)];
  const ways = indexes(0, place + 1).filter((index) => wayOf(wordAt(words, index)) !== 0);
  const last = ways.at(-1);
  const way = last === undefined ? 1 : wayOf(wordAt(words, last)) * (negated[last] ? -1 : 1);
  const onlyRight = right.filter((index) => !leftStems.has(words[index]?.stem));
  if (onlyRight.length === 0) return undefined;
  return {
    left: left.filter((index) => !rightStems.has(words[index]?.stem)),
    right: onlyRight,
    way: way < 0 ? -1 : 1,
  };
}

function wordAt<Value>(words: readonly Value[], index: number): Value {
  const word = words[index];
  if (word === undefined) throw new RangeError(`There is no word ${index}.`);
  return word;
}

function indexes(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
