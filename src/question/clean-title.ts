/** What could end a quotation, or open markup, a marker or a footnote. */
const SIGNS = /[<>[\]`*_|\\]+/gu;
const QUOTES = /["“”«»]/gu;
const UNSEEN = /[\p{C}\p{Z}\s]+/gu;

/** A title as it may stand in quotation marks in a question: without control characters, markup and quotation marks of its own. */
export function cleanTitle(title: string): string {
  return title.replace(SIGNS, " ").replace(QUOTES, "'").replace(UNSEEN, " ").trim();
}
