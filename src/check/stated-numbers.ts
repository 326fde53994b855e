import { stem } from "../text/terms.ts";
import { unitAfter } from "./units.ts";

/** A number by itself or with its unit, thousands with commas or decimals with a point or a comma; a percent sign goes with it. */
const FIGURE =
  /(?<![\p{L}\p{N}.,])(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+,\d{1,2}(?!\d|,\d)|\d+(?:\.\d+)?)(\s?(?:%|per ?cent(?:age)?\b))?/gu;
/** The parts of a hyphenated word before a figure. */
const HYPHENATED = /(?:[\p{L}\p{N}]+-)+$/u;
/** No name is longer, and looking back takes time. */
const NAME_REACH = 40;

/** Papers write small numbers as words where an answer writes figures. */
const NUMBER_WORDS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
  "nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const NUMBER_WORD = new RegExp(
  `(?<![\\p{L}-])(?:(${TENS.join("|")})(?:[- ](${NUMBER_WORDS.slice(1, 10).join("|")}))?|(${NUMBER_WORDS.join("|")}))(?!\\p{L}|-fold)`,
  "giu",
);
/** “One” and “two” count nothing as often as they do: one of, two-stage, zero-shot. */
const LEAST_COUNTING_WORD = 3;
/** “Two” counts where the text has another number up to this before the same word. */
const MOST_EXCHANGED = 9;

/** A figure or number word of a text. */
export interface Figure {
  readonly written: string;
  /** Without separators and trailing zeros. */
  readonly value: string;
  readonly isPercent: boolean;
  readonly isWord: boolean;
  /** What follows it where that is a scale (million), a period (days) or another unit of measure. */
  readonly unit: string | undefined;
  readonly sign: "+" | "-" | undefined;
  /** The stem of the word that follows. */
  readonly next: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The figures and counting words of a sentence, as written, that stand nowhere in the text; `1,000` is `1000`, `58.1 %` and `58,1 %` are `58.1%`, and `thirty` is `30`. */
export function numbersMissing(sentence: string, text: string): readonly string[] {
  const figures = figuresIn(text);
  const stated = statedIn(figures);
  const counted = new Set(
    figures.filter(({ value }) => Number(value) <= MOST_EXCHANGED).map(({ next }) => next),
  );
  return figuresIn(sentence)
    .filter((figure) => isCounting(figure) || (figure.next !== undefined && counted.has(figure.next)))
    .filter((figure) => !stated.has(keyOf(figure)))
    .map(writtenOut);
}

/** The figures of a sentence, as written, that stand in none of the texts. */
export function numbersElsewhere(sentence: string, texts: readonly string[]): readonly string[] {
  const stated = statedIn(texts.flatMap(figuresIn));
  return figuresIn(sentence)
    .filter(isCounting)
    .filter((figure) => !stated.has(keyOf(figure)))
    .map(writtenOut);
}

/** The figures of a sentence that the text has with another unit, scale or sign only: `50,000 days` for `50,000 hours`, `3M` for `3B`, `-5%` for `+5%`. */
export function unitsChanged(sentence: string, text: string): readonly string[] {
  const stated = Map.groupBy(figuresIn(text), ({ value }) => value);
  return figuresIn(sentence).flatMap((figure) => {
    const { value, unit, sign, written } = figure;
    const others = stated.get(value) ?? [];
    const isOther = (own: string | undefined, named: readonly (string | undefined)[]) =>
      own !== undefined && named.length > 0 && named.every((other) => other !== undefined && other !== own);
    if (
      isCounting(figure) &&
      isOther(
        unit,
        others.map((other) => other.unit),
      )
    )
      return [`${written} ${unit}`];
    return isOther(
      sign,
      others.map((other) => other.sign),
    )
      ? [`${sign}${writtenOut(figure)}`]
      : [];
  });
}

/** The figures of a text in order. */
export function figuresIn(text: string): readonly Figure[] {
  const figures = [...text.matchAll(FIGURE)]
    .filter(({ index }) => !isInName(text, index))
    .map(({ 0: match, 1: written = "", 2: percent, index }) => ({
      written,
      value: String(Number(plainDecimal(written))),
      isPercent: percent !== undefined,
      isWord: false,
      sign: signBefore(text, index),
      ...surroundings(text, index, match),
    }));
  const words = [...text.matchAll(NUMBER_WORD)].map(({ 0: written, 1: tens, 2: ones, 3: small, index }) => ({
    written,
    value: String(small === undefined ? tensValue(tens) + wordValue(ones) : wordValue(small)),
    isPercent: false,
    isWord: true,
    sign: undefined,
    ...surroundings(text, index, written),
  }));
  return [...figures, ...words].sort((one, other) => one.start - other.start);
}

/** Whether a figure counts something, as “one” and “two” in words need not. */
export function isCounting({ isWord, value }: Figure): boolean {
  return !isWord || Number(value) >= LEAST_COUNTING_WORD;
}

/** As written, with a percent sign where it has one. */
export function writtenOut({ written, isPercent }: Figure): string {
  return isPercent ? `${written}%` : written;
}

function statedIn(figures: readonly Figure[]): ReadonlySet<string> {
  return new Set(figures.flatMap((figure) => [figure.value, keyOf(figure)]));
}

function keyOf({ value, isPercent }: Figure): string {
  return isPercent ? `${value}%` : value;
}

/** `GPT-4` and `Llama-3-70B`, but not `top-5`. */
function isInName(text: string, index: number): boolean {
  const [parts = ""] = HYPHENATED.exec(text.slice(Math.max(0, index - NAME_REACH), index)) ?? [];
  return /\p{Lu}/u.test(parts);
}

/** A comma before one or two last digits is a decimal comma. */
function plainDecimal(written: string): string {
  return /^\d+,\d{1,2}$/u.test(written) ? written.replace(",", ".") : written.replaceAll(",", "");
}

function signBefore(text: string, index: number): Figure["sign"] {
  const [, sign] = /(?:^|[\s(])([+−-])$/u.exec(text.slice(Math.max(0, index - 2), index)) ?? [];
  if (sign === undefined) return undefined;
  return sign === "+" ? "+" : "-";
}

/** How far the words reach that are read behind a figure. */
const NEXT_REACH = 60;

function surroundings(text: string, start: number, match: string) {
  const end = start + match.length;
  const rest = text.slice(end, end + NEXT_REACH);
  const [, next] = /^[\s-](\p{L}{2,})/u.exec(rest) ?? [];
  return { unit: unitAfter(rest), next: next && stem(next), start, end };
}

function wordValue(word: string | undefined): number {
  return word === undefined ? 0 : NUMBER_WORDS.indexOf(word.toLowerCase());
}

function tensValue(word: string | undefined): number {
  return word === undefined ? 0 : (TENS.indexOf(word.toLowerCase()) + 2) * 10;
}
