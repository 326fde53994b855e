import { codeRanges } from "../markdown/code-ranges.ts";
import { markPlaces } from "../markdown/mark-places.ts";
import { plainText, splitSigns } from "../markdown/place-signs.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { withAbsoluteLinks } from "./absolute-links.ts";

/** How an answer's text is written: each run of markers by their numbers, and what its own paths begin with. */
export interface TextWriting {
  readonly citation: (numbers: readonly number[]) => string;
  readonly origin: string;
}

/**
 * An answer's Markdown with each run of markers as `citation` writes it, and links that lead to `origin` where they named
 * no host. Code stays as it is; HTML and images are text in the page, so they are here.
 */
export function answerTextMarkdown(
  { text, sources }: Pick<AnswerState, "text" | "sources">,
  writing: TextWriting,
): string {
  const marked = markPlaces(text.trim(), {
    numbers: new Set(sources.map(({ number }) => number)),
    sentences: [],
  });
  let written = "";
  let end = 0;
  for (const code of codeRanges(marked)) {
    written += outsideCode(marked.slice(end, code.start), writing);
    written += plainText(marked.slice(code.start, code.end));
    end = code.end;
  }
  return written + outsideCode(marked.slice(end), writing);
}

function outsideCode(text: string, { citation, origin }: TextWriting): string {
  let written = "";
  let numbers: number[] = [];
  const close = (next = "") => {
    if (numbers.length > 0) written += apart(written, citation(numbers), next);
    numbers = [];
  };
  const pieces = splitSigns(text);
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "marker") {
      numbers.push(piece.number);
      continue;
    }
    const isBetweenMarkers =
      piece.kind === "text" && piece.text.trim() === "" && pieces[index + 1]?.kind === "marker";
    if (isBetweenMarkers && numbers.length > 0) continue;
    close(piece.kind === "text" ? piece.text : "");
    if (piece.kind === "formula") written += piece.source;
    if (piece.kind === "text") written += withoutMarkup(withAbsoluteLinks(piece.text, origin));
  }
  close();
  return written;
}

/** Brackets would be a link with what stands right behind them in brackets, and at a line's start the address of one with a colon. */
function apart(before: string, citation: string, next: string): string {
  const isLink = /^[([]/.test(next) || (next.startsWith(":") && /(?:^|\n) {0,3}$/.test(before));
  return isLink ? `${citation} ` : citation;
}

/** HTML, images and footnotes of the text's own would mean something else outside of this page. */
function withoutMarkup(text: string): string {
  return text
    .replace(/(?<!\\)<(?=[a-z/!?])(?!https?:\/\/[^\s<>]+>)/gi, "\\<")
    .replace(/(?<!\\)!(?=\[)/g, "\\!\\")
    .replace(/(?<!\\)\[(?=[\^@])/g, "\\[");
}
