import { type Formula, findFormulas } from "../math/find-formulas.ts";
import { formulaSign, markerSign, sentenceSign, withoutSigns } from "./place-signs.ts";

/** Behind a backslash of its own a bracket means itself. */
const MARKER = /(?<!(?<!\\)(?:\\\\)*\\)\[(\d{1,4})\]/g;

/** What may stand before a sentence's first word: list bullets, quote and heading signs, a table's line, emphasis. A sign must follow them. */
const BEFORE_WORDS = /^(?:\s|[-+*>#]+\s|\d{1,9}[.)]\s|[*_~|]+)*/;

/** A cited sentence of the answer, by offsets into its Markdown. */
export interface SentenceSpan {
  readonly answerStart: number;
  readonly answerEnd: number;
}

/**
 * The Markdown with a sign in place of each formula and of each marker whose number is cited, and one at the start of
 * each sentence that holds such a marker. Brackets with other numbers stay text. Of Markdown that grows, what may become
 * a formula waits.
 */
export function markPlaces(
  text: string,
  {
    numbers,
    sentences,
    isGrowing = false,
  }: {
    readonly numbers: ReadonlySet<number>;
    readonly sentences: readonly SentenceSpan[];
    readonly isGrowing?: boolean;
  },
): string {
  const whole = withoutSigns(text);
  const cited = [...whole.matchAll(MARKER)].filter((match) => numbers.has(Number(match[1])));
  const { formulas, openAt } = findFormulas(whole, {
    isMarkdown: true,
    isGrowing,
    markers: cited.map((marker) => marker.index),
  });
  const plain = whole.slice(0, openAt);
  const markers = cited.filter(({ index }) => index < plain.length && !isWithin(index, formulas));
  const edits = [
    ...sentenceEdits(
      plain,
      sentences,
      markers.map((marker) => marker.index),
    ),
    ...formulas.map(({ start, end }) => ({ start, end, sign: formulaSign(plain.slice(start, end)) })),
    ...markers.map((marker) => ({
      start: marker.index,
      end: marker.index + marker[0].length,
      sign: markerSign(Number(marker[1]), marker.index),
    })),
  ];
  return applyEdits(plain, edits);
}

function isWithin(offset: number, formulas: readonly Formula[]): boolean {
  return formulas.some(({ start, end }) => offset >= start && offset < end);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly sign: string;
}

/** Several citations of one sentence have the same span; it gets one sign. */
function sentenceEdits(
  text: string,
  sentences: readonly SentenceSpan[],
  markerOffsets: readonly number[],
): Edit[] {
  const byStart = new Map(sentences.map((sentence) => [sentence.answerStart, sentence]));
  return [...byStart.values()].flatMap(({ answerStart, answerEnd }) => {
    const last = markerOffsets.findLast((offset) => offset >= answerStart && offset < answerEnd);
    if (last === undefined) return [];
    const words = answerStart + (BEFORE_WORDS.exec(text.slice(answerStart, last))?.[0].length ?? 0);
    return [{ start: words, end: words, sign: sentenceSign(answerStart, last) }];
  });
}

/** An edit that starts within an earlier one is left out: a sentence that starts inside a marker is no sentence. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  let marked = "";
  let end = 0;
  for (const edit of edits.toSorted((left, right) => left.start - right.start)) {
    if (edit.start < end) continue;
    marked += text.slice(end, edit.start) + edit.sign;
    end = edit.end;
  }
  return marked + text.slice(end);
}
