import type { Paper } from "../domain/paper.ts";
import { termFinder } from "../text/spelling-pattern.ts";
import { fold } from "../text/terms.ts";
import { editDistance } from "./edit-distance.ts";
import { type Papers, withoutAccents } from "./named-papers.ts";

/** What may stand around a title where it is copied. */
const LABEL = /^\s*(?:paper|article|title)\s*:\s*/iu;
const IN_QUOTES = /^\s*["“”'‘’«»][\s\S]*["“”'‘’«»][.?!,\s]*$/u;

/** A title that is cut off says so, and still has enough to be told by. */
const CUT_OFF = /(?:…|\.{3})["“”'‘’«»\s]*$/u;
const LETTERS_OF_AN_OPENING = 15;

/** Letters and digits of a title for each one that may be mistyped, British spelling included; never more than three. */
const LETTERS_PER_TYPO = 15;
const MOST_TYPOS = 3;

/** One word that is no ordinary one: `LifeGPT`, `Text2SQL`. */
const CODED = /^(?=\S*(?:\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}))\S+$/u;
/** Spelt as hardly any topic is: `TALC`, `R-Tuning`, `Orca 2`. */
const UNCOMMON = /\p{L} ?\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}-\p{Lu}/u;

/** A name that is written as one may be mentioned by as many other papers; a topic is by more, or is not written so. */
const OTHERS_WITH_A_NAME = 3;

interface KnownTitle {
  readonly paper: Paper;
  /** Letters and digits only, in small letters and without accents. */
  readonly letters: string;
  /** The title's opening, before its colon or its question mark. */
  readonly head?: { readonly written: string; readonly letters: string };
}

/**
 * The paper whose title a text is, and nothing else: the whole title, the part before its colon, or what an ellipsis cuts
 * off; case, accents,
 * punctuation, quotation marks and a small typo aside. Undefined for anything else; a topic that other papers speak of too
 * is no title, though one may open with it.
 */
export function paperTitled(text: string, papers: Papers): Paper | undefined {
  const bare = text.replace(LABEL, "");
  const letters = lettersOf(bare);
  const titles = knownTitles(papers);
  if (letters === "") return undefined;
  const whole =
    titles.find((title) => title.letters === letters) ??
    mistyped(letters, titles) ??
    (CUT_OFF.test(bare) && letters.length >= LETTERS_OF_AN_OPENING ? openedBy(letters, titles) : undefined);
  if (whole) return whole.paper;
  const opening = titles.filter(({ head }) => head?.letters === letters);
  const [only] = opening;
  return opening.length === 1 && only?.head && isName(only.head.written, bare, only.paper, papers)
    ? only.paper
    : undefined;
}

/** The only title that opens so. */
function openedBy(letters: string, titles: readonly KnownTitle[]): KnownTitle | undefined {
  const opening = titles.filter((title) => title.letters.startsWith(letters));
  return opening.length === 1 ? opening[0] : undefined;
}

/** The only title within reach of a few typos; its figures must be right. */
function mistyped(letters: string, titles: readonly KnownTitle[]): KnownTitle | undefined {
  const most = Math.min(MOST_TYPOS, Math.floor(letters.length / LETTERS_PER_TYPO));
  if (most === 0) return undefined;
  const near = titles.filter(
    (title) =>
      figuresOf(title.letters) === figuresOf(letters) && editDistance(letters, title.letters, most) <= most,
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Whether an opening names its paper: by its spelling, or as words that other papers hardly have. */
function isName(head: string, written: string, paper: Paper, papers: Papers): boolean {
  if (CODED.test(head)) return true;
  const isWrittenSo = IN_QUOTES.test(written) || withoutAccents(written).includes(withoutAccents(head));
  const most = isWrittenSo || UNCOMMON.test(head) ? OTHERS_WITH_A_NAME : 0;
  const finder = termFinder(isWrittenSo ? head : head.toLowerCase());
  const others = papers
    .values()
    .filter(
      (other) => other !== paper && (finder.countIn(other.title) > 0 || finder.countIn(other.abstract) > 0),
    );
  return [...others.take(most + 1)].length <= most;
}

const known = new WeakMap<Papers, readonly KnownTitle[]>();

/** The titles of a collection, read once for all questions that it is asked. */
function knownTitles(papers: Papers): readonly KnownTitle[] {
  const read = known.get(papers);
  if (read) return read;
  const titles = [...papers.values()].map((paper): KnownTitle => {
    const written = /^(?<head>.+?)[:?]\s/u.exec(paper.title)?.groups?.["head"]?.trim();
    return {
      paper,
      letters: lettersOf(paper.title),
      ...(written !== undefined && { head: { written, letters: lettersOf(written) } }),
    };
  });
  known.set(papers, titles);
  return titles;
}

function lettersOf(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join("");
}

function figuresOf(text: string): string {
  return text.replace(/\P{N}+/gu, " ");
}
