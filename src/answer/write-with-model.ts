import { ModelError } from "../domain/errors.ts";
import type { ChatEnding, ChatMessage, ChatModel } from "../models/chat-model.ts";
import { boundaryFor } from "../prompts/boundary.ts";
import type { Prompt } from "../prompts/load-prompt.ts";
import { recentTurns } from "../question/recent-turns.ts";
import type { DraftTask } from "./answer-parts.ts";
import { createDelimiterFilter } from "./delimiter-filter.ts";
import { numberEvidence } from "./number-evidence.ts";
import { REFUSAL_SENTENCE } from "./refusal-sentence.ts";

/** What `prompts/answer.md` has to be filled with. */
export const ANSWER_PLACEHOLDERS = ["boundary", "evidence", "question", "refusal"] as const;
export type AnswerPrompt = Prompt<(typeof ANSWER_PLACEHOLDERS)[number]>;

/** What was said last sets the tone, while the evidence must fit a small local model's window. */
const MAX_HISTORY_TOKENS = 1_000;

export interface WritingTask extends Pick<DraftTask, "question" | "evidence" | "history"> {
  readonly model: ChatModel;
  readonly prompt: AnswerPrompt;
  readonly signal: AbortSignal;
}

/**
 * The draft of an answer, as the model writes it from the evidence.
 * @throws {ModelError} where the model fails or writes nothing.
 */
export async function* writeWithModel(task: WritingTask): AsyncGenerator<string, ChatEnding> {
  let hasText = false;
  const evidence = numberEvidence(task.evidence);
  const boundary = boundaryFor(evidence);
  const delimiters = createDelimiterFilter(boundary);
  const reply = task.model.stream(messagesFor(task, evidence, boundary), task.signal);
  try {
    while (true) {
      const next = await reply.next();
      const text = next.done ? delimiters.end() : delimiters.push(next.value);
      hasText ||= text.trim() !== "";
      if (text !== "") yield text;
      if (!next.done) continue;
      if (!hasText && !task.signal.aborted) throw new ModelError(NO_TEXT);
      return next.value;
    }
  } finally {
    await reply.return({ finishReason: "stop" });
  }
}

const NO_TEXT =
  "The chat model wrote an empty answer. Ask again, or check that CHAT_MODEL names a chat model.";

function messagesFor(
  { prompt, question, history }: WritingTask,
  evidence: string,
  boundary: string,
): readonly ChatMessage[] {
  const { system, user } = prompt({ boundary, evidence, question, refusal: REFUSAL_SENTENCE });
  return [
    { role: "system", text: system },
    ...recentTurns(history, MAX_HISTORY_TOKENS).map(({ role, text }) => ({ role, text })),
    { role: "user", text: user },
  ];
}
