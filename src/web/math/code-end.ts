/** Where the Markdown code ends that starts with `sign` at `start`: a fence, or a span of code. A span that nothing closes is none: its backticks are text. */
export function codeEnd(text: string, start: number, sign: string): number {
  const from = start + sign.length;
  const run = sign.trimStart();
  if (isFence(text, start, run)) {
    const closing = new RegExp(`\\n {0,3}${run}[${run.charAt(0)}]*[ \\t]*(?=\\n|$)`, "g");
    closing.lastIndex = from;
    return closing.exec(text) ? closing.lastIndex : text.length;
  }
  for (const match of text.slice(from).matchAll(/`+|\n[ \t]*\n/g)) {
    if (match[0].startsWith("\n")) break;
    if (match[0] === run) return from + match.index + run.length;
  }
  return from;
}

function isFence(text: string, start: number, run: string): boolean {
  return run.length >= 3 && (start === 0 || text.charAt(start - 1) === "\n");
}
