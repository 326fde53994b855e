import type { PaperFilter } from "../../domain/question.ts";
import type { AnswerState } from "./answer-state.ts";

/** A question, the papers that it was limited to, and what has come of its answer. */
export interface AskedQuestion {
  readonly question: string;
  readonly filter?: PaperFilter | undefined;
  readonly answer: AnswerState;
}

/** A message as the AI SDK's protocol has it, with the kinds of part that the server reads back. */
export interface UiMessage {
  readonly id: string;
  readonly role: "user" | "assistant";
  readonly parts: readonly (
    | { readonly type: "text"; readonly text: string }
    | { readonly type: "source-url"; readonly sourceId: string; readonly url: string; readonly title: string }
  )[];
}

/**
 * The conversation to send with the next question, oldest first. A question that no text came for is left out: the server
 * would take it for a part of the next one.
 */
export function conversationMessages(
  asked: readonly AskedQuestion[],
  question: string,
): readonly UiMessage[] {
  const answered = asked.filter(({ answer }) => answer.text.trim() !== "");
  const earlier = answered.flatMap((one, index) => [
    userMessage(`question-${index + 1}`, one.question),
    assistantMessage(`answer-${index + 1}`, one.answer),
  ]);
  return [...earlier, userMessage(`question-${answered.length + 1}`, question)];
}

function userMessage(id: string, text: string): UiMessage {
  return { id, role: "user", parts: [{ type: "text", text }] };
}

function assistantMessage(id: string, { messageId, sources, text }: AnswerState): UiMessage {
  const cited = sources.map(({ sourceId, url, title }) => ({
    type: "source-url" as const,
    sourceId,
    url,
    title,
  }));
  return { id: messageId ?? id, role: "assistant", parts: [...cited, { type: "text", text }] };
}
