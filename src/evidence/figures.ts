/** A figure that is not part of a name such as GPT-4 or Llama3, or a number word. */
const FIGURE =
  /(?<![\p{L}\d.-])\d+(?:[.,]\d+)*(?!\d*\p{L}*-\p{L})|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundred|thousand|million|billion|half|halve[sd]?|double[sd]?|twice)\b/giu;

/** The figures and number words of a text, each with its place. */
export function figuresIn(text: string): readonly { readonly written: string; readonly start: number }[] {
  return [...text.matchAll(FIGURE)].map(({ 0: written, index }) => ({
    written: written.toLowerCase(),
    start: index,
  }));
}

/** Whether a text has a figure. */
export function hasFigure(text: string): boolean {
  return figuresIn(text).length > 0;
}
