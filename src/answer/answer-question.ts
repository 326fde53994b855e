import type { AnswerEvent, Outcome, RefusalReason } from "../domain/answer.ts";
import { FootnoteError } from "../domain/errors.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import { type Conversation, type StandaloneQuestion, standingAlone } from "../domain/question.ts";
import { askedFor } from "../evidence/asks-for.ts";
import { chooseEvidence } from "../evidence/choose-evidence.ts";
import { carryTopic } from "../question/carry-topic.ts";
import { exampleQuestions } from "../question/example-questions.ts";
import { isSmallTalk } from "../question/recognise-small-talk.ts";
import type { AnswerIndex, AnswerOptions, AnswerParts, FinishReason } from "./answer-parts.ts";
import { reasonToRefuse } from "./judge-retrieval.ts";
import { speak } from "./speak.ts";
import { startDraft } from "./start-draft.ts";
import { type AnswerTimer, startTimer } from "./start-timer.ts";
import { helpText } from "./write-help.ts";
import { refusalText } from "./write-refusal.ts";

/** Papers retrieved for an answer: what it may cite comes from these. */
const PAPERS_RETRIEVED = 10;

/** Papers offered with a refusal. */
const NEAREST_OFFERED = 3;

/** How much evidence an answer gets: one paper for most quoted answers, a sentence each for a list, plenty for a model to choose from. */
const EVIDENCE_LIMITS = {
  onePaper: { papers: 1, perPaper: 3, paperShare: 0 },
  severalPapers: { papers: 5, perPaper: 1, paperShare: 0.2 },
  model: { papers: 6, perPaper: 4, paperShare: 0.1 },
} as const;

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
    else yield* answerFromPapers(parts, index, conversation, options, timer);
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
  conversation: Conversation,
  { filter, signal }: AnswerOptions,
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  const standalone = yield* standaloneQuestion(parts, conversation, signal);
  const question = standalone.text;
  timer.markRewritten();
  yield { type: "stage-entered", stage: { stage: "retrieving" } };
  const papers = await retrieve(standalone, { filter, count: PAPERS_RETRIEVED, signal });
  timer.markRetrieved();
  // Carried words find the paper; within it, only what was asked now tells which sentence answers.
  const asked = parts.writer ? question : conversation.question;
  const evidence = chooseEvidence(asked, papers, evidenceLimits(parts, asked), index);
  const reason = reasonToRefuse(question, papers, {
    paperCount: index.papers.size,
    weightOf: index.weightOf,
  });
  if (reason || evidence.length === 0) {
    yield* refuse(parts, reason ?? "no-evidence", question, papers, timer);
    return;
  }
  yield { type: "stage-entered", stage: { stage: "answering" } };
  const draft = startDraft(parts.writer, { question, evidence, history: conversation.history }, signal);
  const text = yield* speak(draft.pieces, evidence, papers, timer);
  const outcome: Outcome = parts.writer?.isRefusal(text)
    ? {
        kind: "refused",
        reason: "not-stated",
        standaloneQuestion: question,
        missing: [],
        nearest: nearestOf(papers),
      }
    : { kind: "answered", standaloneQuestion: question, missing: [], nearest: [] };
  yield* conclude(parts, outcome, { retrieved: papers, finishReason: draft.finishReason() }, timer);
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
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, StandaloneQuestion> {
  if (!writer || conversation.history.length === 0) return carryTopic(conversation);
  yield { type: "stage-entered", stage: { stage: "rewriting" } };
  return standingAlone(await writer.rewrite(conversation, signal));
}

function evidenceLimits({ writer }: AnswerParts, question: string) {
  if (writer) return EVIDENCE_LIMITS.model;
  return askedFor(question).severalPapers ? EVIDENCE_LIMITS.severalPapers : EVIDENCE_LIMITS.onePaper;
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

async function* refuse(
  parts: AnswerParts,
  reason: RefusalReason,
  question: string,
  papers: readonly RankedPaper[],
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  const nearest = reason === "out-of-scope" ? [] : nearestOf(papers);
  yield* speak([refusalText(reason, nearest)], [], [], timer);
  yield* conclude(
    parts,
    { kind: "refused", reason, standaloneQuestion: question, missing: [], nearest },
    { retrieved: papers, finishReason: "stop" },
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
  ending: { readonly retrieved: readonly RankedPaper[]; readonly finishReason: FinishReason },
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent> {
  yield { type: "outcome-decided", outcome };
  yield { type: "answer-finished", model: modelName(parts), timings: timer.timings(), ...ending };
}
