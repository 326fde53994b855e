import { FootnoteError } from "../domain/errors.ts";
import { type AskParts, askQuestion, type TimedReply } from "./ask-question.ts";
import { type GoldQuestion, isAnswerable } from "./gold-question.ts";
import type { Row } from "./row.ts";
import { scoreQuestion } from "./score-question.ts";

/**
 * Asks every question in turn, one at a time so that latencies are those of one reader, and yields its row. A question
 * that fails counts as wrong and its row says why; only the signal ends the run.
 */
export async function* evaluate(questions: readonly GoldQuestion[], parts: AskParts): AsyncGenerator<Row> {
  for (const question of questions) {
    parts.signal.throwIfAborted();
    yield await evaluateQuestion(question, parts);
  }
}

async function evaluateQuestion(question: GoldQuestion, parts: AskParts): Promise<Row> {
  try {
    return answeredRow(question, await askQuestion(question, parts));
  } catch (error) {
    parts.signal.throwIfAborted();
    return failedRow(question, describeFailure(error));
  }
}

function answeredRow(question: GoldQuestion, reply: TimedReply): Row {
  const { outcome, text, citations, found, latency, doubt } = reply;
  return {
    ...headOf(question),
    figures: scoreQuestion(question, reply),
    latency,
    outcome: outcome.reason ? `${outcome.kind}: ${outcome.reason}` : outcome.kind,
    ...(doubt !== undefined && { doubt }),
    answer: text,
    cited: citations.map(({ paper, quote }) => ({ title: paper.title, quote })),
    found: found.map(({ title }) => title),
  };
}

function failedRow(question: GoldQuestion, failure: string): Row {
  return {
    ...headOf(question),
    figures: scoreQuestion(question, undefined),
    failure,
    cited: [],
    found: [],
  };
}

function headOf(question: GoldQuestion) {
  const { id, type, question: asked } = question;
  return { id, type, question: asked, isAnswerable: isAnswerable(question) };
}

/** Why a question failed, in one line. */
export function describeFailure(error: unknown): string {
  return error instanceof FootnoteError ? error.message : String(error);
}
