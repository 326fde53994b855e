/**
 * A figure that stands by itself: not part of a name such as `GSM8K`, `GPT-4` or `Llama-3-70B`, but with `top-5`, `7B`
 * and `10x`, whose letters are its unit.
 */
const FIGURE =
  /(?<![\p{L}\p{N}.,]|\p{Lu}[\p{L}\p{N}]*-(?:[\p{L}\p{N}]+-)*)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\s?(?:%|per ?cent(?:age)?\b))?/gu;

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

const SCALES = new Map([
  ["k", "thousand"],
  ["thousand", "thousand"],
  ["m", "million"],
  ["million", "million"],
  ["b", "billion"],
  ["billion", "billion"],
  ["t", "trillion"],
  ["trillion", "trillion"],
]);
const PERIODS = /^(second|minute|hour|day|week|month|year|decade)s?$/u;

/** A figure or number word of a text. */
interface Figure {
  readonly written: string;
  /** Without separators and trailing zeros. */
  readonly value: string;
  readonly isPercent: boolean;
  readonly isWord: boolean;
  /** What follows it where that is a scale (million) or a period (days). */
  readonly unit: string | undefined;
}

/** The figures and counting words of a sentence, as written, that stand nowhere in the text; `1,000` is `1000`, `58.1 %` is `58.1%`, and `thirty` is `30`. */
export function numbersMissing(sentence: string, text: string): readonly string[] {
  const stated = new Set(
    figuresIn(text).flatMap(({ value, isPercent }) => (isPercent ? [value, `${value}%`] : [value])),
  );
  return countingFiguresIn(sentence)
    .filter(({ value, isPercent }) => !stated.has(isPercent ? `${value}%` : value))
    .map(({ written, isPercent }) => (isPercent ? `${written}%` : written));
}

/** The figures of a sentence that the text has with another scale or period only: `50,000 days` for `50,000 hours`, `3M` for `3B`. */
export function unitsChanged(sentence: string, text: string): readonly string[] {
  const stated = figuresIn(text);
  return countingFiguresIn(sentence).flatMap(({ value, unit, written }) => {
    if (unit === undefined) return [];
    const units = stated.filter((figure) => figure.value === value).map((figure) => figure.unit);
    const isChanged = units.length > 0 && units.every((other) => other !== undefined && other !== unit);
    return isChanged ? [`${written} ${unit}`] : [];
  });
}

function countingFiguresIn(text: string): readonly Figure[] {
  return figuresIn(text).filter(({ isWord, value }) => !isWord || Number(value) >= LEAST_COUNTING_WORD);
}

function figuresIn(text: string): readonly Figure[] {
  const figures = [...text.matchAll(FIGURE)].map(({ 0: match, 1: written = "", 2: percent, index }) => ({
    written,
    value: String(Number(written.replaceAll(",", ""))),
    isPercent: percent !== undefined,
    isWord: false,
    unit: unitAfter(text.slice(index + match.length)),
  }));
  const words = [...text.matchAll(NUMBER_WORD)].map(({ 0: written, 1: tens, 2: ones, 3: small, index }) => ({
    written,
    value: String(small === undefined ? tensValue(tens) + wordValue(ones) : wordValue(small)),
    isPercent: false,
    isWord: true,
    unit: unitAfter(text.slice(index + written.length)),
  }));
  return [...figures, ...words];
}

/** The scale or period among the two words that follow a figure, whose own letter may be a scale. */
function unitAfter(rest: string): string | undefined {
  const [, letter] = /^(k|K|M|B|T)(?![\p{L}\p{N}])/u.exec(rest) ?? [];
  if (letter !== undefined) return SCALES.get(letter.toLowerCase());
  const [, first = "", second = ""] =
    /^[\s-]?(\p{L}{2,})?(?:[\s-](\p{L}{2,}))?/u.exec(rest.toLowerCase()) ?? [];
  return SCALES.get(first) ?? PERIODS.exec(first)?.[1] ?? PERIODS.exec(second)?.[1];
}

function wordValue(word: string | undefined): number {
  return word === undefined ? 0 : NUMBER_WORDS.indexOf(word.toLowerCase());
}

function tensValue(word: string | undefined): number {
  return word === undefined ? 0 : (TENS.indexOf(word.toLowerCase()) + 2) * 10;
}
