import type { Citation } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import type { Conversation } from "../domain/question.ts";
import { askedFor } from "../evidence/asks-for.ts";
import { scoreSentences } from "../evidence/score-sentences.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import { nameInQuestion, titleInQuestion } from "./name-in-question.ts";
import { plainWords } from "./plain-words.ts";
import { isPlantedCommand } from "./planted-commands.ts";
import { aspectQuestions } from "./question-aspects.ts";

/** Papers that are looked at: the first ones cited, and the first of those like them. */
const CITED_READ = 3;
const ALIKE_READ = 2;

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
}

/** A question that may be suggested. */
export interface Candidate {
  readonly text: string;
  readonly paper: Paper;
  /** One of them is to be quoted first, as it tells what is asked … */
  readonly sentences: readonly Span[];
  /** … and is one of these, which no answer of the conversation has quoted. */
  readonly unread: readonly Span[];
}

/** The papers that an answer is about, the first ones. */
export function papersOf({ citations, about }: GivenAnswer): readonly Paper[] {
  const cited = new Set([...citations.map(({ paper }) => paper), ...(about ? [about] : [])]);
  return [...cited].slice(0, CITED_READ);
}

/** By turns about each paper of the answer and one of those that are `alike`; where it is about one paper, two about that come first. */
export function* candidatesFor(
  given: GivenAnswer,
  alike: readonly Paper[],
  index: PaperIndex,
): Generator<Candidate> {
  const said = saidIn(given);
  const aspects = papersOf(given).map((paper) => aspectsOf(paper, given, said, index).values());
  const gists = alike
    .slice(0, ALIKE_READ)
    .values()
    .flatMap((paper) => gistOf(paper, index));
  yield* aspects.length === 1 ? turn([...aspects, ...aspects]) : turn(aspects);
  for (let round = [...turn([gists, ...aspects])]; round.length > 0; round = [...turn([gists, ...aspects])])
    yield* round;
}

function* turn(lists: readonly Iterator<Candidate>[]): Generator<Candidate> {
  for (const list of lists) {
    const step = list.next();
    if (!step.done) yield step.value;
  }
}

/** What is asked last in a long conversation differs from what was at its beginning; what will be answered with something new comes first. */
function aspectsOf(paper: Paper, given: GivenAnswer, said: Said, index: PaperIndex): readonly Candidate[] {
  // What an abstract names once is a part of what it tells.
  const isSeen = (name: string) => said.text.includes(name) && paper.abstract.split(name).length > 2;
  const name = nameInQuestion(paper, index.papers, isSeen);
  if (!name) return [];
  const quotes = given.citations
    .filter((citation) => citation.paper.paperId === paper.paperId)
    .map(({ quoteStart, quoteEnd }) => ({ start: quoteStart, end: quoteEnd }));
  const sentences = sentencesOf(paper, index).map(({ start, end }) => ({
    start,
    end,
    isUnread:
      !quotes.some((quote) => covers(quote, { start, end })) &&
      !isSaid(paper.abstract.slice(start, end), said.words),
  }));
  const unread = sentences.filter(({ isUnread }) => isUnread);
  const candidates = rotated(aspectQuestions(paper, sentences, name), said.questions).map((aspect) => ({
    ...aspect,
    paper,
    unread,
  }));
  const byLikelihood = Map.groupBy(candidates, (candidate) => likelihoodOf(candidate, index));
  return LIKELIHOODS.flatMap((likelihood) => byLikelihood.get(likelihood) ?? []);
}

/** How likely an answer is new, as far as words tell without a search: the chance of a new sentence against that of all others. */
const LIKELIHOODS = ["sure", "likely", "unlikely"] as const;
const SURE_LEAD = 0.15;

function likelihoodOf(
  candidate: Candidate,
  { passagesOf, weightOf }: PaperIndex,
): (typeof LIKELIHOODS)[number] {
  const { text, paper } = candidate;
  const scored = scoreSentences(text, askedFor(text), { paper }, passagesOf(paper.paperId), weightOf);
  const { fresh = [], other = [] } = Object.groupBy(scored, ({ quoteStart, quoteEnd }) =>
    isNewLead({ start: quoteStart, end: quoteEnd }, candidate) ? "fresh" : "other",
  );
  const best = (list: readonly Evidence[]) => Math.max(0, ...list.map(({ score }) => score));
  const lead = best(fresh) - best(other);
  return lead > SURE_LEAD ? "sure" : lead > 0 ? "likely" : "unlikely";
}

/** Whether a quote tells what is asked, and has not been read. */
export function isNewLead(quote: Span, { sentences, unread }: Candidate): boolean {
  return unread.some(
    (sentence) => covers(quote, sentence) && sentences.some(({ start }) => start === sentence.start),
  );
}

function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const from = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
}

/** What the reader has read in a conversation. */
interface Said {
  readonly text: string;
  /** Of all answers before the last one: its quotes are known by their places. */
  readonly words: string;
  /** Questions before the last one. */
  readonly questions: number;
}

function saidIn({ conversation: { history, question }, text }: GivenAnswer): Said {
  const answers = history.filter(({ role }) => role === "assistant").map((turn) => turn.text);
  return {
    text: [...history.map((turn) => turn.text), question, text].join("\n"),
    words: ` ${plainWords(answers.join("\n"))} `,
    questions: history.filter(({ role }) => role === "user").length,
  };
}

/** Whether more than `SHARE_READ` of a sentence stands in what was said, word for word. */
function isSaid(sentence: string, said: string): boolean {
  const words = plainWords(sentence).split(" ");
  const length = Math.floor(SHARE_READ * words.length) + 1;
  return words.some(
    (_, start) =>
      start + length <= words.length && said.includes(` ${words.slice(start, start + length).join(" ")} `),
  );
}

function* gistOf(paper: Paper, index: PaperIndex): Generator<Candidate> {
  const name = titleInQuestion(paper, index.papers);
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
