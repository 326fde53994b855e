import type { Paper } from "../domain/paper.ts";
import {
  type Conversation,
  type QuestionPart,
  type StandaloneQuestion,
  standingAlone,
} from "../domain/question.ts";
import { contentTerms } from "../text/terms.ts";
import { belongsToConversation, type TermWeight } from "./belongs-to-conversation.ts";
import { carryCount } from "./carry-count.ts";
import { conversationFocus, type Focus } from "./conversation-focus.ts";
import { type LastTurns, lastTurns } from "./last-turns.ts";
import { readMeantPaper, withWholeTitles } from "./meant-paper.ts";
import { type NamedPaper, namedPapers, type Papers, withoutAccents } from "./named-papers.ts";
import { placesNamedIn } from "./papers-named-in.ts";
import { readOrdinals } from "./read-ordinal.ts";
import { readPointer } from "./read-pointers.ts";
import { tellingTurns } from "./telling-turns.ts";

/** What is known of the papers that a conversation may be about. */
export interface KnownPapers {
  readonly papers: Papers;
  readonly weightOf: TermWeight;
}

/** How much the words of earlier turns count. On the gold follow-ups anything from 0.3 to 1 finds the same papers. */
const CARRIED_WEIGHT = 0.5;

/** A paper that is named or counted out counts as much as what is asked. */
const MEANT_WEIGHT = 1;

/** Titles that are carried: those of a longer list would drown the question. */
const TITLES_CARRIED = 3;

/** A name with fewer content words beside it asks what was asked last ("and Orca-Math?"). */
const WORDS_BESIDE_NAME = 2;

/** A whole question asks by itself, however short: `What is Orca-Math?` */
const WHOLE = /^(?:what|who|which|how|why|when|where) (?:is|are|was|were|do|does|did|can|has|have)\b/iu;

/**
 * Without a model: what a question means in its conversation. A paper's title, id or address asks what that paper shows,
 * whatever was spoken of before; an id among other words stands for the paper's title.
 */
export function carryTopic({ history, question }: Conversation, known: KnownPapers): StandaloneQuestion {
  return (
    readMeantPaper(question, known.papers) ??
    followUp({ history, question: withWholeTitles(question, known.papers) }, known)
  );
}

/**
 * What a follow-up means, from the papers that the conversation is about. After a count of papers another
 * count may be meant ("and QLoRA?"). Else a paper that the question names
 * is meant, whatever was spoken of before; else those that it counts out ("the second one"); else, where it points back
 * or leaves out what it is about, those of the last answer. Any other question is left as it is.
 */
function followUp(
  { history, question }: Conversation,
  { papers, weightOf }: KnownPapers,
): StandaloneQuestion {
  const turns = tellingTurns(history);
  if (turns.length === 0) return standingAlone(question);
  const recounted = carryCount(turns, question);
  if (recounted !== undefined) return standingAlone(recounted);
  const last = lastTurns(turns);
  const focus = conversationFocus(turns, papers);
  const named = placesNamedIn(question, papers);
  if (named.length > 0) return aboutNamed(named, question, focus, last);
  const counted = countedOut(question, focus);
  if (counted) return counted.length > 0 ? about(counted, question) : standingAlone(question);
  const spokenOf = focus.at(-1) ?? [];
  const spoken = [
    ...spokenOf.flatMap(({ title, abstract }) => [title, abstract]),
    ...last.questions,
    ...last.answers,
  ];
  return belongsToConversation(question, spoken.join(" "), weightOf)
    ? goingOn(spokenOf, question, last)
    : standingAlone(question);
}

/** Names win, and need no help where nothing else is left open: only what points back before the first of them ("is it better than Orca-Math?") means something else as well. */
function aboutNamed(
  named: readonly NamedPaper[],
  question: string,
  focus: Focus,
  last: LastTurns,
): StandaloneQuestion {
  const folded = withoutAccents(question);
  const before = folded.slice(0, named[0]?.start);
  const beside = before + folded.slice(named[0]?.end);
  const isCompared = readPointer(before).pointer === "strong";
  const isElliptic = !WHOLE.test(question) && contentTerms(beside).length < WORDS_BESIDE_NAME;
  if (!isCompared && !isElliptic && readPointer(question).pointer === "none") return standingAlone(question);
  const meant = [...(isCompared ? (focus.at(-1) ?? []) : []), ...named.map(({ paper }) => paper)];
  return about([...new Set(meant)], question, isElliptic ? last.questions.slice(-1) : []);
}

/**
 * The papers at the places of the last list, or of all papers that came up where the last answer had only one: none where
 * the list is shorter, undefined where nothing is counted out.
 */
function countedOut(question: string, focus: Focus): readonly Paper[] | undefined {
  const spokenOf = focus.at(-1) ?? [];
  const places = readOrdinals(question, spokenOf.length > 1);
  const listed = spokenOf.length > 1 ? spokenOf : [...new Set(focus.flat())];
  if (places.length === 0 || listed.length < 2) return undefined;
  const counted = places.map((place) => listed.at(place < 0 ? place : place - 1));
  return counted.every((paper) => paper !== undefined) ? counted : [];
}

function about(
  meant: readonly Paper[],
  question: string,
  carried: readonly string[] = [],
): StandaloneQuestion {
  return {
    text: withTitles(question, meant),
    parts: [
      { text: titlesOf(meant), weight: MEANT_WEIGHT },
      ...carried.map(carriedPart),
      { text: question, weight: 1 },
    ],
  };
}

/** Where it can't be told which papers were spoken of, the words of all turns since the last whole question stand for them. */
function goingOn(spokenOf: readonly Paper[], question: string, last: LastTurns): StandaloneQuestion {
  const isKnown = spokenOf.length > 0;
  const turns = isKnown
    ? [...last.questions.slice(-1), ...last.answers.slice(-1)]
    : [...last.questions, ...last.answers];
  const titles = spokenOf.length <= TITLES_CARRIED ? unnamedIn(turns.join(" "), spokenOf) : [];
  return {
    text: isKnown ? withTitles(question, spokenOf) : `${question} (after: ${last.questions[0] ?? ""})`,
    parts: [
      ...[...titles.map(({ title }) => title), ...turns].map(carriedPart),
      { text: question, weight: 1 },
    ],
  };
}

/** What the turns themselves name need not be said again. */
function unnamedIn(text: string, spokenOf: readonly Paper[]): readonly Paper[] {
  const named = namedPapers(text, new Map(spokenOf.map((paper) => [paper.paperId, paper])));
  return spokenOf.filter((paper) => !named.some((one) => one.paper === paper));
}

function carriedPart(text: string): QuestionPart {
  return { text, weight: CARRIED_WEIGHT };
}

function withTitles(question: string, papers: readonly Paper[]): string {
  const more = papers.length - TITLES_CARRIED;
  return `${question} (about: ${titlesOf(papers)}${more > 0 ? `; and ${more} more` : ""})`;
}

function titlesOf(papers: readonly Paper[]): string {
  return papers
    .slice(0, TITLES_CARRIED)
    .map(({ title }) => title)
    .join("; ");
}
