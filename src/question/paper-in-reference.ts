import type { Paper } from "../domain/paper.ts";
import { isWholeTitle, namedPapers, type Papers, withoutAccents } from "./named-papers.ts";
import { paperTitled } from "./paper-titled.ts";

/** A BibTeX entry and nothing else, perhaps in a fence. */
const ENTRY = /^\s*(?:`{3,}\w*\s*)?@\p{L}+\s*[{(][^@]*[})][\s`]*$/u;
/** Braces keep capitals as they are, and stand within each other. */
const TITLE =
  /(?<!\p{L})title\s*=\s*(?:\{(?<braced>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|"(?<quoted>[^"]*)")/iu;
const LATEX = /\\[^\p{L}\s]|\\\p{L}+\s?|[{}]/gu;

const ADDRESSES = /\b(?:https?:\/\/|www\.|doi\.org\/|10\.\d{4,9}\/)\S+/giu;

/** What a reference has beside names, venues and figures, in small letters. */
const BESIDE_NAMES = new Set(
  (
    "a an and al at arxiv abs by conf conference de del della den der di dos du ed edition editor editors eds el et for from " +
    "in issn isbn doi url http https journal la le of on or no number p page pages paper pp preprint press proc proceedings " +
    "accessed appear available retrieved submitted published online ser series st ten ter the to und van vol volume von " +
    "workshop y zu zur cs stat math quant ph title author authors year venue date"
  ).split(" "),
);

/** Words of asking and of telling someone to do something: whatever else stands there, more than a paper is meant. */
const ASKS =
  /(?<!\p{L})(?:what|which|who|whose|how|why|when|where|is|are|was|were|do|does|did|can|could|would|should|will|has|have|tell|give|show|list|name|find|explain|describe|summari[sz]e|compare|discuss|review|evaluate|critique|translate|criticise|criticize|define|check|read|about)(?!\p{L})/iu;

/** Shows that a text refers: a year, an initial, pages, an address, `et al.` … */
const REFERS =
  /(?<!\p{N})(?:19|20)\d{2}(?!\p{N})|(?<!\p{L})\p{Lu}\.|\bet al\b|&|\bpp?\. ?\d|https?:|\bdoi\b/iu;
/** … or the title is set off from what stands around it. */
const SET_OFF_BEFORE = /(?:^|[,.;:)\]–—\n-])[\s"“”'‘’*_]*$/u;
const SET_OFF_BEHIND = /^[\s"“”'‘’*_]*(?:$|[,.;:([–—\n-])/u;

const END_OF_TITLE = /^[\s?!.,"”'’*_]+/u;

/**
 * The paper that a pasted reference is to: a BibTeX entry with its title, or a line of a bibliography that has its whole title
 * and otherwise only names, initials, years, venues, pages and addresses. Undefined for anything else, also where two papers
 * are referred to.
 */
export function paperInReference(text: string, papers: Papers): Paper | undefined {
  return ENTRY.test(text) ? paperOfEntry(text, papers) : paperOfLine(text, papers);
}

function paperOfEntry(entry: string, papers: Papers): Paper | undefined {
  const { braced, quoted } = TITLE.exec(entry)?.groups ?? {};
  const title = braced ?? quoted;
  return title === undefined ? undefined : paperTitled(title.replace(LATEX, ""), papers);
}

function paperOfLine(text: string, papers: Papers): Paper | undefined {
  const [place, ...others] = namedPapers(text, papers).filter((named) => isWholeTitle(named, text));
  if (!place || others.length > 0) return undefined;
  const folded = withoutAccents(text);
  const before = folded.slice(0, place.start);
  const behind = folded.slice(place.end);
  const beside = `${before} ${behind.replace(END_OF_TITLE, " ")}`;
  const names = beside.replace(ADDRESSES, " ");
  if (names.includes("?") || ASKS.test(names)) return undefined;
  const words = names.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || BESIDE_NAMES.has(word.toLowerCase())))
    return undefined;
  const isSetOff = SET_OFF_BEFORE.test(before) && SET_OFF_BEHIND.test(behind.replace(/^[?!.]+/u, "."));
  return REFERS.test(beside) || isSetOff ? place.paper : undefined;
}
