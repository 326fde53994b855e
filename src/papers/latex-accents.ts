/** LaTeX's accent commands and the combining characters that they put over or under the next letter. */
const COMBINING: ReadonlyMap<string, string> = new Map([
  ["`", "\u0300"],
  ["'", "\u0301"],
  ["^", "\u0302"],
  ["~", "\u0303"],
  ["=", "\u0304"],
  ["u", "\u0306"],
  [".", "\u0307"],
  ['"', "\u0308"],
  ["r", "\u030A"],
  ["H", "\u030B"],
  ["v", "\u030C"],
  ["d", "\u0323"],
  ["c", "\u0327"],
  ["k", "\u0328"],
]);

/** Accents named by a sign need no braces (`\'e`), those named by a letter do (`\v{s}`). */
const SIGN_ACCENT = /\\(['"`^~=.])(\{[^{}]{1,4}\}|\\[ij](?![A-Za-z]) ?|[A-Za-z])/g;
const LETTER_ACCENT = /\\([uvHcdrk])(\{[^{}]{1,4}\})/g;

/** In data that was escaped for JSON, `\"quoted\"` and `model\'s` are quotes. */
const ESCAPED_QUOTES = /(?<![\p{L}\\{])\\"([^"\\{}]{1,100})\\"(?![\p{L}\\{])/gu;
const ESCAPED_APOSTROPHE = /(?<=\p{L})\\'(?=(?:s|t|d|m|re|ve|ll)(?!\p{L}))/gu;

/** An accented letter that LaTeX keeps together by braces: `G{\"o}del`. */
const BRACED_LETTER = /\{([\u00C0-\u024F\u1E00-\u1EFF])\}/g;

/** Turns `\'e`, `\"{U}` and `\v{s}` into é, Ü and š; a letter that no such accent is written on is left alone. */
export function composeAccents(text: string): string {
  return text
    .replace(ESCAPED_QUOTES, '"$1"')
    .replace(ESCAPED_APOSTROPHE, "'")
    .replace(SIGN_ACCENT, compose)
    .replace(LETTER_ACCENT, compose)
    .replace(BRACED_LETTER, "$1");
}

/** `\i` and `\j` are letters without their dot, which the accent takes the place of. */
function compose(command: string, accent: string, base: string): string {
  const letter = base.replace(/[{}\\\s]/g, "");
  const composed = `${letter}${COMBINING.get(accent) ?? ""}`.normalize("NFC");
  return /^[A-Za-z]$/.test(letter) && composed.length === 1 ? composed : command;
}
