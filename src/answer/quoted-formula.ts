/**
 * A LaTeX formula in running text: between single dollars as pandoc reads them, between double ones, or between `\(` and
 * `\)`, `\[` and `\]`. Readers that know LaTeX set it; to others it stays what it is.
 */
const FORMULA =
  /(?<![\\$])(?:\$\$[^$]{1,2000}\$\$|\$(?![\s$])(?:\\.|[^\\$\n]){1,2000}(?<!\s)\$(?![\d$])|\\\((?:(?!\\\)).){1,2000}\\\)|\\\[(?:(?!\\\]).){1,2000}\\\])/gu;

/** What Markdown would still make more of: code, a marker, a link, HTML, an address. */
const MEANS_MORE = /`|\[\d{1,4}\]|!\[|\]\(|<[a-z/!?]|https?:|&#?\w+;/iu;

const GROUP = /\{[^{}]*\}/gu;
const MONEY = /^\d[\d.,]*(?:[KMBTkmbt]|bn)?[)\].,;:!?”"]*\s+(?:[\p{L}([“"•]{2}|\|)/u;
const TWO_WORDS = /(?<![\p{L}\\])\p{L}{2,}[,;:]?\s+\p{L}{2}/u;

/** The formulas of a quoted text that can stand in Markdown as they are; what reads as money or prose is none. */
export function quotedFormulas(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(FORMULA)].flatMap((match) => {
    const tex = match[0].replace(/^(?:\$+|\\[([])|(?:\$+|\\[)\]])$/gu, "");
    const isFormula = tex.trim() !== "" && !meansMore(tex) && !isProse(tex) && isSetApart(match[0], tex);
    return isFormula ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** A bracket without its other half could take part in a link that the text around it makes. */
function meansMore(tex: string): boolean {
  const alone = tex.replace(/\\./gu, "").replace(/\[[^[\]]*\]/gu, "");
  return MEANS_MORE.test(tex) || /[[\]]/u.test(alone);
}

/** `\[` may also be a bracket that was escaped: what stands in such a one has no sign of a formula. */
function isSetApart(formula: string, tex: string): boolean {
  return !formula.startsWith("\\[") || /[\\^_={}<>+|]/u.test(tex);
}

function isProse(tex: string): boolean {
  const outside = withoutGroups(tex).replace(/\\\p{L}+/gu, "•");
  return MONEY.test(outside) || TWO_WORDS.test(outside);
}

function withoutGroups(tex: string): string {
  const flatter = tex.replace(GROUP, "•");
  return flatter === tex ? tex : withoutGroups(flatter);
}
