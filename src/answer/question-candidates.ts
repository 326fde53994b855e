import type { Citation } from "../domain/answer.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import type { Conversation } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import { nameInQuestion } from "./name-in-question.ts";
import { isPlantedCommand } from "./planted-commands.ts";
import { aspectQuestions } from "./question-aspects.ts";

/** Papers that are looked at: the first ones cited, and the first of those found beside them. */
const CITED_READ = 3;
const NEARBY_READ = 2;

/** A paper beside those cited is near where it scores this share of the best one. */
const NEARBY_SHARE = 0.2;

/** A sentence is read where a quote has this share of it. */
const SHARE_READ = 0.5;

/** An answer that was given. */
export interface GivenAnswer {
  /** The conversation before it, with its question. */
  readonly conversation: Conversation;
  readonly text: string;
  readonly citations: readonly Citation[];
  /** What it is about where it cites nothing. */
  readonly about?: Paper | undefined;
  /** All papers found for it, best first. */
  readonly found: readonly RankedPaper[];
}

/** A question that may be suggested. */
export interface Candidate {
  readonly text: string;
  readonly paper: Paper;
  /** One of them at least is to be quoted, as it tells what is asked … */
  readonly sentences: readonly Span[];
  /** … and one of these, which the answer has not quoted. */
  readonly unread: readonly Span[];
}

/** By turns about each cited paper and one beside them; where one paper is cited, two about that come first. */
export function* candidatesFor(given: GivenAnswer, index: PaperIndex): Generator<Candidate> {
  const { cited, nearby } = papersOf(given);
  const aspects = cited.map((paper, place) => aspectsOf(paper, place, given, index));
  const gists = nearby.values().flatMap((paper) => gistOf(paper, index));
  yield* cited.length === 1 ? turn([...aspects, ...aspects]) : turn(aspects);
  for (let round = [...turn([gists, ...aspects])]; round.length > 0; round = [...turn([gists, ...aspects])])
    yield* round;
}

function* turn(lists: readonly Iterator<Candidate>[]): Generator<Candidate> {
  for (const list of lists) {
    const step = list.next();
    if (!step.done) yield step.value;
  }
}

function papersOf({ citations, about, found }: GivenAnswer) {
  const cited = [...new Set([...citations.map(({ paper }) => paper), ...(about ? [about] : [])])];
  const ids = new Set(cited.map(({ paperId }) => paperId));
  const least = NEARBY_SHARE * (found[0]?.score ?? 1);
  const nearby = found.filter(({ paper, score }) => score >= least && !ids.has(paper.paperId));
  return {
    cited: cited.slice(0, CITED_READ),
    nearby: nearby.slice(0, NEARBY_READ).map(({ paper }) => paper),
  };
}

function* aspectsOf(
  paper: Paper,
  place: number,
  { citations }: GivenAnswer,
  index: PaperIndex,
): Generator<Candidate> {
  const name = nameInQuestion(paper, index.papers);
  if (!name) return;
  const quotes = citations
    .filter((citation) => citation.paper.paperId === paper.paperId)
    .map(({ quoteStart, quoteEnd }) => ({ start: quoteStart, end: quoteEnd }));
  const sentences = sentencesOf(paper, index).map(({ start, end }) => ({
    start,
    end,
    isUnread: !quotes.some((quote) => covers(quote, { start, end })),
  }));
  const unread = sentences.filter(({ isUnread }) => isUnread);
  const [gist, ...details] = aspectQuestions(paper, sentences, name);
  // Several papers are not all asked about in the same words.
  const ordered = place % 2 === 0 ? [gist, ...details] : [...details.slice(0, 1), gist, ...details.slice(1)];
  for (const aspect of ordered) if (aspect) yield { ...aspect, paper, unread };
}

function* gistOf(paper: Paper, index: PaperIndex): Generator<Candidate> {
  const name = nameInQuestion(paper, index.papers);
  const sentences = sentencesOf(paper, index);
  if (name) yield { text: `What does ${name.text} show?`, paper, sentences, unread: sentences };
}

/** Those that command whoever reads them are left out. */
function sentencesOf({ paperId, abstract }: Paper, { passagesOf }: PaperIndex): readonly Span[] {
  return passagesOf(paperId)
    .flatMap((passage) => passage.sentences)
    .filter(({ start, end }) => !isPlantedCommand(abstract.slice(start, end)));
}

/** Whether a reader of the quote has read the sentence. */
export function covers(quote: Span, sentence: Span): boolean {
  const shared = Math.min(quote.end, sentence.end) - Math.max(quote.start, sentence.start);
  return shared > SHARE_READ * (sentence.end - sentence.start);
}
