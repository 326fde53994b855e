import type { Footnote } from "../domain/footnote.ts";
import { askQuestion } from "./ask-question.ts";
import { describeFailure } from "./evaluate.ts";
import type { GoldQuestion } from "./gold-question.ts";
import { type DeletionRow, deletionEnding } from "./score-deletion.ts";

export interface EvaluateDeletionParts {
  /** Over a collection without the questions' evidence. */
  readonly footnote: Footnote;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Asks every question in turn; only the signal ends the run. */
export async function* evaluateDeletion(
  questions: readonly GoldQuestion[],
  parts: EvaluateDeletionParts,
): AsyncGenerator<DeletionRow> {
  for (const question of questions) {
    parts.signal.throwIfAborted();
    const { id, type } = question;
    try {
      const reply = await askQuestion(question, parts);
      const ending = deletionEnding(question, reply);
      yield { id, type, question: question.question, ending, answer: reply.text };
    } catch (error) {
      parts.signal.throwIfAborted();
      yield { id, type, question: question.question, ending: "answered", failure: describeFailure(error) };
    }
  }
}
