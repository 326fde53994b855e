import { quotedFormulas } from "./quoted-formula.ts";

/** An address in running text, without the punctuation that ends its sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'])/u;

/**
 * Makes quoted text mean itself in Markdown: nothing in it can open emphasis, code, a link of its own making, a marker or
 * HTML. Only what could be read as markup is escaped, so that plain text stays as readable as it was; an address becomes
 * an autolink, which ends where the address ends, and a LaTeX formula stays one.
 */
export function escapeMarkdown(text: string): string {
  let escaped = "";
  let end = 0;
  for (const formula of quotedFormulas(text)) {
    escaped += escapeText(text.slice(end, formula.start)) + text.slice(formula.start, formula.end);
    end = formula.end;
  }
  return escaped + escapeText(text.slice(end));
}

function escapeText(text: string): string {
  // Splitting by a group leaves the addresses at the odd places.
  return text
    .split(ADDRESS)
    .map((part, position) => (position % 2 === 1 ? `<${part}>` : escapePart(part)))
    .join("");
}

function escapePart(text: string): string {
  return (
    text
      .replace(/[\\`[]/gu, "\\$&")
      // A star behind a letter and before a gap (F* programs), or between gaps, can open nothing.
      .replace(/(?<![\p{L}\p{N}])\*(?!\s)|(?<=\S)\*(?=[\p{L}\p{N}*])/gu, "\\*")
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replace(/<(?=[a-z/!?])/giu, "\\<")
      .replace(/&(?=#?\w+;)/gu, "\\&")
      // A tilde before a number means "about"; any other could strike text through.
      .replace(/~(?!\d)|(?<=\S)~/gu, "\\~")
  );
}
