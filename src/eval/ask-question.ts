import type { Citation, Outcome } from "../domain/answer.ts";
import { ModelError } from "../domain/errors.ts";
import type { Footnote } from "../domain/footnote.ts";
import type { Conversation } from "../domain/question.ts";
import type { GoldQuestion } from "./gold-question.ts";
import type { Latency } from "./row.ts";
import type { Reply } from "./score-question.ts";

/** Papers that a search is asked for: as deep as the figures look. */
export const SEARCH_DEPTH = 10;

export interface AskParts {
  readonly footnote: Footnote;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export interface TimedReply extends Reply {
  /** The chance (0..1) that no paper states what was asked, where it was judged. */
  readonly doubt?: number | undefined;
  readonly latency: Latency;
}

/**
 * Asks one question, with the turns before it: for an answer first, so that no search has warmed anything for it, then
 * for the papers.
 * @throws {ModelError} with the message of an answer that failed, or that ended without saying how.
 */
export async function askQuestion(question: GoldQuestion, parts: AskParts): Promise<TimedReply> {
  const { footnote, now, signal } = parts;
  const conversation = conversationOf(question);
  const { latency, ...answer } = await collectAnswer(conversation, parts);
  const searchedAt = now();
  const { papers } = await footnote.search(conversation, { k: SEARCH_DEPTH, signal });
  return {
    ...answer,
    found: papers.map(({ paper }) => paper),
    latency: { ...latency, searchMs: now() - searchedAt },
  };
}

/** The conversation that ends with the question. */
export function conversationOf({ history, question }: GoldQuestion): Conversation {
  const turns = history.map(({ role, content }) => ({ role, text: content, citedPaperUrls: [] }));
  return { history: turns, question };
}

async function collectAnswer(conversation: Conversation, { footnote, now, signal }: AskParts) {
  const askedAt = now();
  let text = "";
  let citations: readonly Citation[] = [];
  let outcome: Outcome | undefined;
  let doubt: number | undefined;
  let firstTokenMs: number | undefined;
  let firstCitationMs: number | undefined;
  for await (const event of footnote.answer(conversation, { signal })) {
    if (event.type === "text-added") {
      firstTokenMs ??= now() - askedAt;
      text += event.text;
    }
    if (event.type === "sentence-cited") firstCitationMs ??= now() - askedAt;
    if (event.type === "text-ended") citations = event.citations;
    if (event.type === "outcome-decided") outcome = event.outcome;
    if (event.type === "answer-finished") ({ doubt } = event);
    if (event.type === "answer-failed") throw new ModelError(event.message);
  }
  if (!outcome) throw new ModelError("The answer ended without an outcome.");
  const latency = {
    totalMs: now() - askedAt,
    ...(firstTokenMs !== undefined && { firstTokenMs }),
    ...(firstCitationMs !== undefined && { firstCitationMs }),
  };
  return { text, citations, outcome, doubt, latency };
}
