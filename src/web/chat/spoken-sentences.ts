import { type Formula, findFormulas } from "../math/find-formulas.ts";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** A citation's marker; which numbers are cited makes no difference to what is said. */
const MARKER = /\[\d{1,4}\]/g;

/** Stands for a formula while a sentence is cleaned: a character of private use, which no text holds. */
const FORMULA_SIGN = "\uE0F0";

/** What is said in place of a formula: LaTeX read aloud is noise. */
const FORMULA_WORDS = "a formula";

/**
 * The whole sentences of `text` from `start` on, as they are said aloud: without markers and Markdown's signs, with words
 * in place of each formula; and where the next call goes on. While an answer grows, the last sentence waits until something
 * follows it, and what may become a formula until it is told.
 */
export function spokenSentences(
  text: string,
  start: number,
  isFinal: boolean,
): { readonly sentences: readonly string[]; readonly next: number } {
  const { formulas, openAt = text.length } = findFormulas(text, {
    isMarkdown: true,
    isGrowing: !isFinal,
    markers: [...text.matchAll(MARKER)].map(({ index }) => index),
  });
  const segments = [...SEGMENTER.segment(withFormulasAsWords(text, formulas).slice(start))];
  const ends = segments.map(({ index, segment }) => start + index + segment.length);
  const whole = (isFinal ? ends : ends.slice(0, -1)).filter((end) => end <= openAt);
  const sentences = whole
    .map((end, place) => spoken(text, formulas, { from: whole[place - 1] ?? start, to: end }))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
  return { sentences, next: whole.at(-1) ?? start };
}

/** The text with a word as long as each formula in its place, so that no sentence ends within one. */
function withFormulasAsWords(text: string, formulas: readonly Formula[]): string {
  return replaceFormulas(text, formulas, { from: 0, to: text.length }, ({ start, end }) =>
    "X".repeat(end - start),
  );
}

function spoken(
  text: string,
  formulas: readonly Formula[],
  range: { readonly from: number; readonly to: number },
): string {
  return replaceFormulas(text, formulas, range, () => FORMULA_SIGN)
    .replace(MARKER_AND_GAP, "")
    .replace(/^\s*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])\s+)+/, "")
    .replace(/\\([^\w\s])|[*`|]|__|~~/g, "$1")
    .replaceAll(FORMULA_SIGN, FORMULA_WORDS)
    .replace(/\s+/g, " ")
    .trim();
}

const MARKER_AND_GAP = new RegExp(`\\s*${MARKER.source}`, "g");

function replaceFormulas(
  text: string,
  formulas: readonly Formula[],
  { from, to }: { readonly from: number; readonly to: number },
  wordsFor: (formula: Formula) => string,
): string {
  let replaced = "";
  let end = from;
  for (const formula of formulas) {
    if (formula.start < end || formula.end > to) continue;
    replaced += text.slice(end, formula.start) + wordsFor(formula);
    end = formula.end;
  }
  return replaced + text.slice(end, to);
}
