import { codeRanges } from "../markdown/code-ranges.ts";
import { markPlaces } from "../markdown/mark-places.ts";
import { plainText, splitSigns } from "../markdown/place-signs.ts";
import type { AnswerState } from "../stream/answer-state.ts";

/**
 * An answer's Markdown with each run of markers as `citation` writes it for their numbers. Code stays as it is; HTML and
 * images are text in the page, so they are here.
 */
export function answerTextMarkdown(
  { text, sources }: Pick<AnswerState, "text" | "sources">,
  citation: (numbers: readonly number[]) => string,
): string {
  const marked = markPlaces(text.trim(), {
    numbers: new Set(sources.map(({ number }) => number)),
    sentences: [],
  });
  let written = "";
  let end = 0;
  for (const code of codeRanges(marked)) {
    written += outsideCode(marked.slice(end, code.start), citation);
    written += plainText(marked.slice(code.start, code.end));
    end = code.end;
  }
  return written + outsideCode(marked.slice(end), citation);
}

function outsideCode(text: string, citation: (numbers: readonly number[]) => string): string {
  let written = "";
  let numbers: number[] = [];
  const close = () => {
    if (numbers.length > 0) written += citation(numbers);
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
    close();
    if (piece.kind === "formula") written += piece.source;
    if (piece.kind === "text") written += withoutMarkup(piece.text);
  }
  close();
  return written;
}

/** HTML, images and footnotes of the text's own would mean something else outside of this page. */
function withoutMarkup(text: string): string {
  return text
    .replace(/(?<!\\)<(?=[a-z/!?])(?!https?:\/\/[^\s<>]+>)/gi, "\\<")
    .replace(/(?<!\\)!(?=\[)/g, "\\!\\")
    .replace(/(?<!\\)\[(?=[\^@])/g, "\\[");
}
