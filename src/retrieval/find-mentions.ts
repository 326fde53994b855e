import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import type { Passage, Span } from "../domain/passage.ts";
import { type TermFinder, termFinder } from "../text/spelling-pattern.ts";
import { type DocumentKind, sentenceStates, titleStates } from "./document-kinds.ts";
import { otherForm } from "./spelt-out.ts";

/** What papers must state to be found: a term, that they are of a kind, or both. */
export interface Condition {
  readonly term?: string | undefined;
  readonly documentKind?: DocumentKind | undefined;
}

export interface Mentions {
  /** The term as it was looked for: as asked, and its other form where abstracts introduce one. */
  readonly forms: readonly string[];
  /** All papers that meet the condition: those whose title does first, then those that mention it more often. */
  readonly papers: readonly Paper[];
}

/** The papers whose title or abstract states the condition: all of them, in any of the term's usual spellings. */
export function findMentions(condition: Condition, papers: Iterable<Paper>): Mentions {
  const all = [...papers];
  const { forms, countIn } = readTerm(condition.term, all);
  const found = all.flatMap((paper) => {
    const inTitle = countIn(paper.title);
    const mentions = inTitle + countIn(paper.abstract);
    const meets = mentions > 0 && isOfKind(condition.documentKind, paper);
    return meets ? [{ paper, isTitled: inTitle > 0, mentions }] : [];
  });
  found.sort((a, b) => Number(b.isTitled) - Number(a.isTitled) || b.mentions - a.mentions);
  return { forms, papers: found.map(({ paper }) => paper) };
}

function readTerm(term: string | undefined, papers: readonly Paper[]) {
  if (term === undefined) return { forms: [], countIn: () => 1 };
  const finder = termFinder(term);
  const other = otherForm(term, finder, papers);
  const forms = other === undefined ? [term] : [term, other];
  const finders = [finder, ...(other === undefined ? [] : [termFinder(other)])];
  return { forms, countIn: (text: string) => countAll(finders, text) };
}

function countAll(finders: readonly TermFinder[], text: string): number {
  return finders.reduce((sum, finder) => sum + finder.countIn(text), 0);
}

/** What calls itself a survey is one, whatever else it brings. */
function isOfKind(kind: DocumentKind | undefined, { title, abstract }: Paper): boolean {
  if (kind === undefined || titleStates(kind, title)) return true;
  return sentenceStates(kind, abstract) && (kind === "survey" || !titleStates("survey", title));
}

/** A quote shorter than this proves nothing. */
const LEAST_WORDS = 5;

/** Says what the paper itself does. */
const OWN_DOING = /\b(?:we|our|this (?:paper|work|article|study|survey))\b/iu;

/**
 * The sentence of each paper that states the condition, the paper's own doing before all else; where only the title does,
 * the first sentence that says what the paper does; where something lies on the web tells least. Papers without a sentence of five words are left out.
 */
export function quoteMentions(
  { documentKind }: Condition,
  { forms }: Pick<Mentions, "forms">,
  papers: readonly Paper[],
  passagesOf: (paperId: string) => readonly Passage[],
): readonly Evidence[] {
  const finders = forms.map(termFinder);
  return papers.flatMap((paper) => {
    const worth = (quote: string) =>
      4 * Number(countAll(finders, quote) > 0) +
      Number(finders[0] !== undefined && finders[0].countIn(quote) > 0) +
      2 * Number(documentKind !== undefined && sentenceStates(documentKind, quote)) +
      Number(OWN_DOING.test(quote)) -
      3 * Number(/https?:\/\//u.test(quote));
    const sentences = passagesOf(paper.paperId)
      .flatMap((passage) => passage.sentences)
      .map((sentence) => quoted(paper, sentence))
      .filter(({ quote }) => quote.split(/\s+/u).length >= LEAST_WORDS);
    const best = Math.max(...sentences.map(({ quote }) => worth(quote)));
    return sentences.filter(({ quote }) => worth(quote) === best).slice(0, 1);
  });
}

function quoted(paper: Paper, { start, end }: Span): Evidence {
  return { paper, quote: paper.abstract.slice(start, end), quoteStart: start, quoteEnd: end, score: 1 };
}
