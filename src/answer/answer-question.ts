import { checkQuotation } from "../check/check-quotation.ts";
import type { AnswerEvent, Outcome } from "../domain/answer.ts";
import { FootnoteError } from "../domain/errors.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import type { AnswerOptions } from "../domain/footnote.ts";
import { type Conversation, type StandaloneQuestion, standingAlone } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import { bareQuestion } from "../question/bare-question.ts";
import { carryTopic, type KnownPapers } from "../question/carry-topic.ts";
import { exampleQuestions } from "../question/example-questions.ts";
import { readMeantPaper, withWholeTitles } from "../question/meant-paper.ts";
import { FOREIGN_REFUSAL } from "../question/recognise-language.ts";
import { isSmallTalk } from "../question/recognise-small-talk.ts";
import { allowedPaperIds } from "../retrieval/filter-papers.ts";
import type { AnswerIndex, AnswerParts } from "./answer-parts.ts";
import type { CiteOptions } from "./cite-draft.ts";
import { type CountedPapers, countPapers } from "./count-papers.ts";
import { reasonToRefuse } from "./judge-retrieval.ts";
import { paperLeftOut } from "./left-out.ts";
import { type AnswerPlan, PAPERS_RETRIEVED, planFound } from "./plan-answer.ts";
import { createSecondOpinions } from "./second-opinions.ts";
import { speak } from "./speak.ts";
import { startDraft } from "./start-draft.ts";
import { type AnswerTimer, startTimer } from "./start-timer.ts";
import { withSuggestions } from "./with-suggestions.ts";
import { writeCollection } from "./write-collection.ts";
import { helpText } from "./write-help.ts";
import { leftOutText, refusalText, unknownPaperText } from "./write-refusal.ts";

/** Papers offered with a refusal. */
const NEAREST_OFFERED = 3;

/**
 * Answers the last question of a conversation, from the papers to a cited text, as the events of `AnswerEvent`. A failure
 * that a person can act on is the event `answer-failed`; an aborted signal ends the events quietly; anything else is
 * thrown.
 */
export async function* answerQuestion(
  parts: AnswerParts,
  conversation: Conversation,
  options: AnswerOptions,
): AsyncGenerator<AnswerEvent> {
  const timer = startTimer(parts.now);
  yield { type: "answer-started", messageId: parts.newMessageId() };
  try {
    const index = yield* awaitIndex(parts, options.signal);
    if (isSmallTalk(conversation.question)) yield* help(parts, index, conversation, timer);
    else {
      const bare = { ...conversation, question: bareQuestion(conversation.question) };
      const events = answerFromPapers(parts, index, bare, options, timer);
      yield* options.suggest ? withSuggestions(events, parts, index, conversation, options) : events;
    }
  } catch (error) {
    if (options.signal.aborted) return;
    if (!(error instanceof FootnoteError)) throw error;
    parts.onFailure(error);
    yield { type: "answer-failed", message: error.message };
  }
}

async function* answerFromPapers(
  parts: AnswerParts,
  { index, retrieve }: AnswerIndex,
  { history, question: written }: Conversation,
  { filter, signal }: AnswerOptions,
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  const conversation = { history, question: withWholeTitles(written, index.papers) };
  const standalone = yield* standaloneQuestion(parts, { history, question: written }, index, signal);
  const { text: question, meant } = standalone;
  timer.markRewritten();
  yield { type: "stage-entered", stage: { stage: "retrieving" } };
  const allowed = allowedPaperIds(index.papers.values(), filter);
  const absence = absenceOf(standalone, conversation.question, index, allowed);
  if (absence !== undefined) {
    yield* sayAbsence(parts, absence, question, timer);
    return;
  }
  const counted = meant ? undefined : countPapers(standalone.parts.at(-1)?.text ?? question, index, filter);
  if (counted) {
    yield* answerByCount(parts, counted, question, timer);
    return;
  }
  const found = await retrieve(standalone, { filter, count: PAPERS_RETRIEVED, signal });
  timer.markRetrieved();
  // Carried words find the paper; within it, only what was asked now tells which sentence answers.
  const asked = parts.writer ? question : conversation.question;
  const plan = planFound(standalone, asked, found, {
    index,
    isForModel: parts.writer !== undefined,
    isFiltered: filter !== undefined,
  });
  const { papers } = plan;
  if (plan.kind === "refuse") {
    const isOfCollection = async () =>
      isNear(question, await retrieve(standalone, { count: PAPERS_RETRIEVED, signal }), index);
    const isLimited = allowed !== undefined;
    const isElsewhere = isLimited && plan.reason === "out-of-scope" && (await isOfCollection());
    const reason = isElsewhere ? "no-evidence" : plan.reason;
    yield* refuse(parts, { ...plan, reason, isLimited, isElsewhere }, question, papers, timer);
    return;
  }
  const { evidence, missing, doubt } = plan;
  yield { type: "stage-entered", stage: { stage: "answering" } };
  const draft = startDraft(parts.writer, { question, ...plan, history: conversation.history }, signal);
  const text = yield* speak(draft.pieces, evidence, papers, timer, citingOptions(parts, signal));
  const outcome: Outcome = parts.writer?.isRefusal(text)
    ? {
        kind: "refused",
        reason: "not-stated",
        standaloneQuestion: question,
        missing: [],
        nearest: nearestOf(papers),
      }
    : { kind: "answered", standaloneQuestion: question, missing, nearest: [] };
  yield* conclude(parts, outcome, { retrieved: papers, finishReason: draft.finishReason(), doubt }, timer);
}

/** Why a question can't be about the paper that it calls by its id, address, title or name; undefined where it can. */
function absenceOf(
  standalone: StandaloneQuestion,
  asked: string,
  { papers }: KnownPapers,
  allowed: ReadonlySet<string> | undefined,
): string | undefined {
  if (standalone.unknownId !== undefined) return unknownPaperText(standalone.unknownId);
  const leftOut = allowed && paperLeftOut(standalone, asked, papers, allowed);
  return leftOut && leftOutText(leftOut);
}

/** Whether papers found for a question, whatever its limits, are near it: then it is one about the collection. */
function isNear(question: string, papers: readonly RankedPaper[], { papers: all, weightOf }: PaperIndex) {
  return reasonToRefuse(question, papers, { paperCount: all.size, weightOf }) === undefined;
}

async function* sayAbsence(
  parts: AnswerParts,
  absence: string,
  question: string,
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  yield* speak([absence], [], [], timer);
  yield* conclude(
    parts,
    { kind: "refused", reason: "no-evidence", standaloneQuestion: question, missing: [], nearest: [] },
    { retrieved: [], finishReason: "stop" },
    timer,
  );
}

/** Counting is not left to a model: with one or without, the count is the collection's. */
async function* answerByCount(
  parts: AnswerParts,
  { count, evidence, papers }: CountedPapers,
  question: string,
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  timer.markRetrieved();
  yield { type: "stage-entered", stage: { stage: "answering" } };
  yield* speak(writeCollection(count, evidence), evidence, papers, timer);
  const isFound = count.found > 0;
  const outcome: Outcome = {
    kind: isFound ? "answered" : "refused",
    ...(!isFound && { reason: "no-evidence" }),
    standaloneQuestion: question,
    missing: [],
    nearest: [],
  };
  yield* conclude(parts, outcome, { retrieved: papers, finishReason: "stop" }, timer);
}

async function* awaitIndex(
  { whenReady }: AnswerParts,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, AnswerIndex> {
  const waiting = whenReady(signal);
  for (;;) {
    const step = await waiting.next();
    if (step.done) return step.value;
    yield { type: "stage-entered", stage: { stage: "indexing", progress: step.value } };
  }
}

async function* standaloneQuestion(
  { writer }: AnswerParts,
  conversation: Conversation,
  known: KnownPapers,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, StandaloneQuestion> {
  const { history, question } = conversation;
  if (!writer || history.length === 0) return carryTopic(conversation, known);
  const meant = readMeantPaper(question, known.papers);
  if (meant) return meant;
  yield { type: "stage-entered", stage: { stage: "rewriting" } };
  const titled = { history, question: withWholeTitles(question, known.papers) };
  return standingAlone(await writer.rewrite(titled, signal));
}

/** What a model writes is checked harder than quotations, which carry all the markers that they need. */
function citingOptions({ writer, check, onFailure }: AnswerParts, signal: AbortSignal): CiteOptions {
  return {
    check: writer ? check : checkQuotation,
    isWritten: writer !== undefined,
    opinions: writer?.opinion && createSecondOpinions({ ask: writer.opinion, onFailure, signal }),
  };
}

async function* help(
  parts: AnswerParts,
  { index }: AnswerIndex,
  { question }: Conversation,
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  const examples = exampleQuestions([...index.papers.values()]);
  yield* speak([helpText(index.papers.size, modelName(parts), examples)], [], [], timer);
  yield* conclude(
    parts,
    { kind: "help", standaloneQuestion: question, missing: [], nearest: [] },
    { retrieved: [], finishReason: "stop" },
    timer,
  );
}

interface Refusal extends Extract<AnswerPlan, { kind: "refuse" }> {
  /** Whether the reader limited the question to some papers. */
  readonly isLimited: boolean;
  /** The collection has papers near the question, and none of those chosen is. */
  readonly isElsewhere: boolean;
}

async function* refuse(
  parts: AnswerParts,
  { reason, notStated, isUnread = false, isLimited, isElsewhere, doubt }: Refusal,
  question: string,
  papers: readonly RankedPaper[],
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  const nearest = reason === "out-of-scope" || isUnread || isElsewhere ? [] : nearestOf(papers);
  const evidence = notStated?.closest ? [notStated.closest] : [];
  yield* speak(
    [
      isUnread
        ? FOREIGN_REFUSAL
        : refusalText(reason, nearest, { ...(notStated && { notStated }), isLimited }),
    ],
    evidence,
    papers,
    timer,
  );
  yield* conclude(
    parts,
    { kind: "refused", reason, standaloneQuestion: question, missing: [], nearest },
    { retrieved: papers, finishReason: "stop", doubt },
    timer,
  );
}

function nearestOf(papers: readonly RankedPaper[]) {
  return papers.slice(0, NEAREST_OFFERED).map((ranked) => ranked.paper);
}

function modelName({ writer }: AnswerParts): string {
  return writer?.name ?? "quoting";
}

async function* conclude(
  parts: AnswerParts,
  outcome: Outcome,
  ending: Pick<Extract<AnswerEvent, { type: "answer-finished" }>, "retrieved" | "finishReason" | "doubt">,
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  yield { type: "outcome-decided", outcome };
  yield { type: "answer-finished", model: modelName(parts), timings: timer.timings(), ...ending };
}
