/**
 * What stands at the start of a text that begins with a bracket: a marker and the numbers it names, `length` characters
 * of ordinary text, or the beginning of something that only the following characters decide.
 */
export type MarkerMatch =
  | { readonly kind: "marker"; readonly length: number; readonly numbers: readonly number[] }
  | { readonly kind: "text"; readonly length: number }
  | { readonly kind: "undecided" };

/** Evidence never runs to a thousand items, so `[2023]` is a year and stays. A caret is the mark of a Markdown footnote. */
const NUMBER = String.raw`\^?\d{1,3}(?:[-–]\d{1,3})?`;
const LIST = String.raw`[ \t]*${NUMBER}(?:[ \t]*[,;、][ \t]*${NUMBER})*[ \t]*`;
const MARKER = new RegExp(String.raw`^(?:\[\[(${LIST})\]\]|\[(${LIST})\]|【(${LIST})】|［(${LIST})］)`);

/** Longest inside of a marker: room for some twenty numbers. It bounds what is held back. */
const MAX_INSIDE_CHARACTERS = 80;
const UNFINISHED_MARKER = new RegExp(
  String.raw`^(?:\[{1,2}|【|［)[\d \t^,;、–-]{0,${MAX_INSIDE_CHARACTERS}}\]?$`,
);

/** Longest address of a link whose text is a number, as in `[1](https://…)`. It bounds what is held back. */
const MAX_ADDRESS_CHARACTERS = 300;
const ADDRESS = new RegExp(String.raw`^\([^\s()]{1,${MAX_ADDRESS_CHARACTERS}}\)`);
const UNFINISHED_ADDRESS = new RegExp(String.raw`^(?:\([^\s()]{0,${MAX_ADDRESS_CHARACTERS}})?$`);

/** Longest range that is read, `[1-9]`; beyond that the writer means something else. */
const MAX_RANGE = 20;

/**
 * Reads `[1]`, `[1, 2]`, `[1-3]`, `【1】`, `［1］`, `[^1]` and `[[1]]` at the start of a text. A link whose text is a
 * number and an interval such as `[0, 1]` are ordinary text. `isFinal` says that no more text follows.
 */
export function matchMarker(text: string, isFinal: boolean): MarkerMatch {
  const match = MARKER.exec(text);
  const inside = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4];
  if (match === null || inside === undefined || inside.length > MAX_INSIDE_CHARACTERS) {
    const isOpen = !isFinal && UNFINISHED_MARKER.test(text);
    return isOpen ? { kind: "undecided" } : { kind: "text", length: 1 };
  }
  const length = match[0].length;
  const numbers = readNumbers(inside);
  if (numbers === undefined) return { kind: "text", length };
  const following = text.slice(length);
  if (ADDRESS.test(following)) return { kind: "text", length };
  if (!isFinal && UNFINISHED_ADDRESS.test(following)) return { kind: "undecided" };
  return { kind: "marker", length, numbers };
}

/** Undefined where the numbers can't be meant as a marker. */
function readNumbers(inside: string): readonly number[] | undefined {
  const numbers: number[] = [];
  for (const item of inside.split(/[,;、]/)) {
    const [first = 0, last = first] = item.replace("^", "").split(/[-–]/).map(Number);
    if (last - first > MAX_RANGE) return undefined;
    for (let number = first; number <= last; number += 1) numbers.push(number);
  }
  const isInterval = numbers.length > 1 && numbers[0] === 0;
  return isInterval ? undefined : numbers;
}
