import { composeAccents } from "./latex-accents.ts";
import { LATEX_SYMBOLS } from "./latex-symbols.ts";
import { URL_MARK } from "./rewrite-around-urls.ts";
import { spaceTies } from "./space-ties.ts";

/** A number of characters that every pattern here looks ahead at most, so that hostile text costs linear time. */
const SPAN = "{0,200}";

const DOLLARS = new RegExp(`\\$([^\\s$](?:[^$]${SPAN}[^\\s$])?)\\$(?!\\d)`, "g");
const STYLED = new RegExp(
  `\\\\(?:emph|text(?:bf|it|tt|sc|rm|sf)?|math(?:bf|cal|rm|bb|it|sf|tt)|underline|mbox|url|href) ?\\{([^{}\\\\]${SPAN})\\}`,
  "g",
);
const SWITCHED = new RegExp(`\\{\\\\(?:em|bf|it|tt|sc|rm|sf) ([^{}\\\\]${SPAN})\\}`, "g");
const SINGLE_QUOTES = new RegExp(`\`(?=[^\\s\`'])([^\`]${SPAN}?)'(?!\\p{L})`, "gu");

/** Words in braces, as `\href{…}{here}` leaves them; not an index (`V^{star}`), an argument or a set. */
const BRACED_WORDS =
  /(?<=^|[\s"'([/\uE000-])\{((?!(?:bf|it|rm|em|tt|sc|cal)\b)\p{L}[\p{L}\p{N}' -]{1,60})\}(?![\^_{])/gu;

const COMMAND = /\\([A-Za-z]{1,30})(?:\{\}|(?![A-Za-z]))/g;

/** Commands unknown here are authors' own macros (`\oni`), named after what they print; a path (`C:\new`) is none. */
const UNKNOWN_COMMAND = /(?<![\p{L}\p{N}\\:/])\\([A-Za-z]{2,30})(?:\{\}|(?![A-Za-z{]))/gu;

/**
 * Turns the LaTeX that occurs in abstracts into plain text: escapes, accents, quotes, math between dollars, symbols,
 * styles, braces and ties; and the words that a page left of a command whose backslash it lost (`32times`,
 * `rightarrow`, `kleq 10`). Formulas that lost theirs otherwise stay as they are.
 */
export function cleanLatex(text: string): string {
  const plain = composeAccents(text)
    .replace(/\\([%&#_${}])/g, "$1")
    .replace(/\\ /g, " ")
    .replace(/``|(?<!\p{L})''|''(?!\p{L})/gu, '"')
    .replace(SINGLE_QUOTES, "'$1'")
    .replace(DOLLARS, (whole, content: string) => (isMoney(content) ? whole : content))
    .replace(STYLED, "$1")
    .replace(SWITCHED, "$1")
    .replace(COMMAND, (command, name: string) => LATEX_SYMBOLS.get(name) ?? command)
    .replace(UNKNOWN_COMMAND, "$1")
    .replace(BRACED_WORDS, (_, words: string, offset: number, whole: string) =>
      whole[offset - 1] === URL_MARK ? ` ${words}` : words,
    );
  return spaceTies(restoreLostCommands(plain));
}

function restoreLostCommands(text: string): string {
  return text
    .replace(/(?<=\d)times(?![A-Za-z])/g, "×")
    .replace(/(?<![A-Za-z])rightarrow(?![A-Za-z])/g, "→")
    .replace(/(?<![A-Za-z])leftarrow(?![A-Za-z])/g, "←")
    .replace(/(?<![A-Za-z])([A-Za-z])leq ?(?=\d)/g, "$1 ≤ ")
    .replace(/(?<![A-Za-z])([A-Za-z])geq ?(?=\d)/g, "$1 ≥ ");
}

/** `$5 a day, or 20 US$` holds no formula: it starts with an amount, goes on in words, and has no sign of math. */
function isMoney(content: string): boolean {
  return /^\d/.test(content) && /\s/.test(content) && !/[\\^_=<>+]/.test(content);
}
