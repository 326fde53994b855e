/**
 * A figure that stands by itself: not part of a name such as `GSM8K`, `GPT-4` or `Llama-3-70B`, but with `top-5`, `7B`
 * and `10x`, whose letters are its unit.
 */
const FIGURE =
  /(?<![\p{L}\p{N}.,]|\p{Lu}[\p{L}\p{N}]*-(?:[\p{L}\p{N}]+-)*)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\s?(?:%|per ?cent(?:age)?\b))?/gu;

/** Papers write small numbers as words where an answer writes figures. */
const NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** The figures of a sentence, as written, that stand nowhere in the text; `1,000` is `1000`, and `58.1 %` is `58.1%`. */
export function numbersMissing(sentence: string, text: string): readonly string[] {
  const stated = new Set(
    figuresIn(text).flatMap(({ value, isPercent }) => (isPercent ? [value, `${value}%`] : [value])),
  );
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (NUMBER_WORDS.includes(word)) stated.add(String(NUMBER_WORDS.indexOf(word)));
  }
  return figuresIn(sentence)
    .filter(({ value, isPercent }) => !stated.has(isPercent ? `${value}%` : value))
    .map(({ written, isPercent }) => (isPercent ? `${written}%` : written));
}

interface Figure {
  readonly written: string;
  /** Without separators and trailing zeros. */
  readonly value: string;
  readonly isPercent: boolean;
}

function figuresIn(text: string): readonly Figure[] {
  return [...text.matchAll(FIGURE)].map(([, written = "", percent]) => ({
    written,
    value: String(Number(written.replaceAll(",", ""))),
    isPercent: percent !== undefined,
  }));
}
