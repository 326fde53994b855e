/**
 * Replaces LaTeX's tie by a space (`models~(LLMs)`, `Fig.~3`). A tilde that means "about" (`~50%`), a range (`5~10`), a
 * distribution (`x ~ N(0, 1)`) or a folder (`~/data`) stays.
 */
export function spaceTies(text: string): string {
  return text.replace(/~/g, (tilde, offset: number) =>
    isTie(text[offset - 1] ?? " ", text[offset + 1] ?? " ") ? " " : tilde,
  );
}

function isTie(before: string, after: string): boolean {
  if (/\s/.test(after)) return /[\p{L}.,;:)\]]/u.test(before);
  if (/[\d.$]/.test(after)) return /[\p{L}.)\]]/u.test(before);
  return /[\p{L}(["'`\\\uE000]/u.test(after) && !/[~/]/.test(before);
}
