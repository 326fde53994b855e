import type { Paper } from "../domain/paper.ts";
import { type StandaloneQuestion, standingAlone } from "../domain/question.ts";
import { contentTerms } from "../text/terms.ts";
import { cleanTitle } from "./clean-title.ts";
import type { Papers } from "./named-papers.ts";
import { paperCalled } from "./own-names.ts";
import { type AddressedPaper, addressedPapers } from "./paper-by-address.ts";
import { paperInReference } from "./paper-in-reference.ts";
import { paperTitled } from "./paper-titled.ts";
import { papersNamedIn } from "./papers-named-in.ts";

/** What may stand beside an id where it is copied: `[2406.02528] …`, `(arXiv, cs.CL)`. */
const BESIDE_ID = /[[(][^\])]{0,12}[\])]|\barxiv\b/giu;

/** A bare number that no paper has is taken for an id where no more content words than these stand beside it. */
const WORDS_BESIDE_ID = 2;

/** Characters of an unknown id that are said again. */
const CHARACTERS_OF_AN_ID = 80;

/** Asks for the gist of what it calls: `What does … report?`, `What is … about?`, `What is …?`, `Tell me about …` */
const GIST = [
  /^(?:so |and )?what (?:does|do|did) (?<called>.{1,300}?) (?:show|report|say|find|tell us|present|state|do)\s*[?.!]*$/iu,
  /^(?:so |and )?what is (?<called>.{1,300}?) about\s*[?.!]*$/iu,
  /^(?:so |and )?(?:what(?:['’]s| is| are| was)|(?:(?:can|could|would) you (?:please )?)?(?:tell me (?:more |something )?about|explain|describe)) (?:exactly )?(?<called>.{1,300})$/iu,
];

/** `the Dolma paper`, `the paper “Dolma”`. */
const THE_PAPER =
  /^(?:the )?(?:(?:paper|article|study|work) )?(?<called>.+?)(?: (?:paper|article|study|work))?$/iu;

const CLOSING = /[\s?.!]+$/u;
const QUOTES = /["“”'‘’]/gu;

/**
 * What a question means that is nothing but a paper's title, its own name, a reference to it, its arXiv id or its address: what that paper shows. Where no
 * paper here has the id, or the id that a question asks about, that is said. Undefined for any other question.
 */
export function readMeantPaper(question: string, papers: Papers): StandaloneQuestion | undefined {
  if (papers.size === 0) return undefined;
  const called = calledPaper(question, papers);
  if (called) return { ...standingAlone(`What does ${quoted(called)} show?`), meant: called };
  const meant = GIST.values()
    .map((gist) => gist.exec(question)?.groups?.["called"])
    .map((object) => object && askedAbout(object, papers))
    .find((paper) => paper);
  if (meant) return { ...standingAlone(withWholeTitles(question, papers)), meant };
  const unknown = unknownIdIn(question, papers);
  return unknown === undefined ? undefined : { ...standingAlone(question), unknownId: unknown };
}

/** The paper that an object of asking is: as a text calls it, with or without `the paper`, or by the name that only its abstract gives it. */
function askedAbout(object: string, papers: Papers): Paper | undefined {
  const bare = THE_PAPER.exec(object.replace(CLOSING, ""))?.groups?.["called"] ?? "";
  return (
    calledPaper(object, papers) ?? calledPaper(bare, papers) ?? paperCalled(bare.replace(QUOTES, ""), papers)
  );
}

/** The paper that a text calls and nothing else: by its title, its id or its address, by its title beside its id, or as references do. */
function calledPaper(text: string, papers: Papers): Paper | undefined {
  const addressed = addressedPapers(text, papers);
  const rest = withoutIds(text, addressed);
  const titled = paperTitled(rest, papers) ?? paperTitled(rest.replace(BESIDE_ID, " "), papers);
  const called = titled ?? paperInReference(rest, papers);
  if (called || addressed.length !== 1) return called;
  const isOnlyId = !/[\p{L}\p{N}]/u.test(rest.replace(BESIDE_ID, " "));
  return isOnlyId ? addressed[0]?.paper : undefined;
}

/** The first id that no paper here has, where the question surely asks about it. */
function unknownIdIn(question: string, papers: Papers): string | undefined {
  const addressed = addressedPapers(question, papers);
  const rest = withoutIds(question, addressed);
  const isAloneHere = () =>
    contentTerms(rest).length <= WORDS_BESIDE_ID && papersNamedIn(rest, papers).length === 0;
  return addressed
    .find(({ paper, isSure }) => !paper && (isSure || isAloneHere()))
    ?.written.slice(0, CHARACTERS_OF_AN_ID);
}

function withoutIds(text: string, addressed: readonly AddressedPaper[]): string {
  return addressed.reduceRight((rest, place) => cut(rest, place, " "), text);
}

/** A title in quotation marks that an ellipsis cuts off. */
const CUT_TITLE = /“[^“”]{8,}…”/gu;

/**
 * A question in which papers are named by their whole titles: in place of their ids and addresses, and of titles that are cut
 * off; as far as they are here.
 */
export function withWholeTitles(question: string, papers: Papers): string {
  const titled = addressedPapers(question, papers).reduceRight(
    (text, place) => (place.paper ? cut(text, place, quoted(place.paper)) : text),
    question,
  );
  return titled.replace(CUT_TITLE, (title) => {
    const paper = paperTitled(title, papers);
    return paper ? quoted(paper) : title;
  });
}

function quoted({ title }: Paper): string {
  return `“${cleanTitle(title)}”`;
}

function cut(text: string, { start, end }: AddressedPaper, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
