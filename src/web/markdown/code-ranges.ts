import { codeEnd } from "../math/code-end.ts";

/** Part of a text, by offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The code in Markdown, fenced or in backticks, delimiters included. Backticks that nothing closes are text. */
export function codeRanges(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const signs = /^ {0,3}(?:`{3,}|~{3,})|`+|\\[\s\S]?/gm;
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    if (match[0].startsWith("\\")) continue;
    const from = match.index + match[0].length;
    const end = codeEnd(text, match.index, match[0]);
    if (end > from) ranges.push({ start: match.index, end });
    signs.lastIndex = end;
  }
  return ranges;
}
