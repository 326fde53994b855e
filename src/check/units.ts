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
const MEASURES =
  /^((?:milli|micro|nano)?second|minute|hour|day|week|month|year|decade|(?:kilo|mega|giga|tera|peta)?byte|(?:kilo|milli|micro)?gram|(?:kilo|centi|milli|micro|nano)?met(?:re|er)|(?:kilo|mega|giga)?(?:watt|hertz))s?$/u;
/** As they are written behind a figure; a letter by itself stands behind a space, since `1990s` is no time in seconds. */
const SYMBOLS = /^(?:\s?([kKMGTP]i?B|[kMG]?Hz|ms|[µμn]s|[kcmn]m|[km]g|min)|\s([smhg]))(?![\p{L}\p{N}])/u;
const SPELT_OUT = new Map([
  ["kB", "kilobyte"],
  ["KB", "kilobyte"],
  ["MB", "megabyte"],
  ["GB", "gigabyte"],
  ["TB", "terabyte"],
  ["PB", "petabyte"],
  ["Hz", "hertz"],
  ["kHz", "kilohertz"],
  ["MHz", "megahertz"],
  ["GHz", "gigahertz"],
  ["ns", "nanosecond"],
  ["µs", "microsecond"],
  ["μs", "microsecond"],
  ["ms", "millisecond"],
  ["s", "second"],
  ["min", "minute"],
  ["h", "hour"],
  ["g", "gram"],
  ["kg", "kilogram"],
  ["mg", "milligram"],
  ["m", "meter"],
  ["km", "kilometer"],
  ["cm", "centimeter"],
  ["mm", "millimeter"],
  ["nm", "nanometer"],
]);

/** The scale, period or measure that follows a figure at once or a word later, spelt out in the singular; undefined where none does. */
export function unitAfter(rest: string): string | undefined {
  const [, letter] = /^(k|K|M|B|T)(?![\p{L}\p{N}])/u.exec(rest) ?? [];
  if (letter !== undefined) return SCALES.get(letter.toLowerCase());
  const [, symbol, spaced] = SYMBOLS.exec(rest) ?? [];
  if (symbol ?? spaced) return SPELT_OUT.get(symbol ?? spaced ?? "") ?? symbol;
  const [, first = "", second = ""] =
    /^[\s-]?(\p{L}{2,})?(?:[\s-](\p{L}{2,}))?/u.exec(rest.toLowerCase()) ?? [];
  return SCALES.get(first) ?? measureOf(first) ?? measureOf(second);
}

function measureOf(word: string): string | undefined {
  return MEASURES.exec(word)?.[1]?.replace(/metre$/u, "meter");
}
