/** Escaped characters stand here while markup is taken out, each moved by this many code points: a private area of Unicode. */
const ESCAPED_OFFSET = 0xf_0000;

/**
 * An answer as it reads: markers and Markdown taken out, escapes resolved, white space single. What only looks like
 * markup stays: `F*`, `snake_case`, `HTML-T5++`.
 */
export function plainAnswer(markdown: string): string {
  const text = markdown
    .normalize("NFC")
    .replace(/\\([!-/:-@[-`{-~])/gu, (_, character: string) => hide(character))
    .replace(/(`+)(?<code>.+?)\1(?!`)/gu, (_, _ticks, code: string) => [...code].map(hide).join(""))
    .replace(/ *\[\d{1,3}\](?!\()/gu, "")
    .replace(/!?\[([^\]]*)\]\([^()\s]*\)/gu, "$1")
    .replace(/<(https?:\/\/[^>\s]*)>/gu, "$1")
    .replace(/^[ \t]*(?:>[ \t]*|#{1,6}[ \t]+|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+/gmu, "")
    .replace(/~~(?=\S)(.+?)(?<=\S)~~/gu, "$1");
  const plain = withoutEmphasis(withoutEmphasis(text));
  return plain
    .replace(/[\u{F0021}-\u{F007E}]/gu, show)
    .replace(/\s+/gu, " ")
    .trim();
}

/** Takes one layer of emphasis out; bold around italics needs two. */
function withoutEmphasis(text: string): string {
  return text
    .replace(/(\*{1,3})(?=[^\s*.,;:!?)])(.+?)(?<=[^\s*])\1/gu, "$2")
    .replace(/(?<![\p{L}\p{N}])(_{1,3})(?=[^\s_])(.+?)(?<=[^\s_])\1(?![\p{L}\p{N}])/gu, "$2");
}

function hide(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x21 && code <= 0x7e ? String.fromCodePoint(code + ESCAPED_OFFSET) : character;
}

function show(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) - ESCAPED_OFFSET);
}
