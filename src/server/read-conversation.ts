import { BadRequestError } from "../domain/errors.ts";
import { type Conversation, MAX_QUESTION_CHARACTERS, type Turn } from "../domain/question.ts";
import type { RequestMessage } from "./request-message.ts";

/** The messages of a request, and which of them is to be answered anew, if any. */
export interface ConversationRequest {
  readonly messages: readonly RequestMessage[];
  readonly trigger?: "submit-message" | "regenerate-message" | undefined;
  /** With `regenerate-message`: the answer to replace, or the question to answer again. */
  readonly messageId?: string | undefined;
}

/**
 * The conversation that a request holds. System messages and messages that say nothing are left out.
 * @throws {BadRequestError} where it doesn't end with a question by the user, or the question is empty or too long.
 */
export function readConversation(request: ConversationRequest): Conversation {
  const turns = messagesToAnswer(request).flatMap(toTurn);
  const last = turns.at(-1);
  if (last?.role !== "user") {
    throw new BadRequestError('The last message must be a question by the user: role "user".');
  }
  return { history: turns.slice(0, -1).filter(saysSomething), question: checkedQuestion(last.text) };
}

function messagesToAnswer({ messages, trigger, messageId }: ConversationRequest): readonly RequestMessage[] {
  if (trigger !== "regenerate-message") return messages;
  const named = messages.findIndex(({ id }) => id !== undefined && id === messageId);
  const kept = named === -1 ? messages : messages.slice(0, named + 1);
  const question = kept.findLastIndex(({ role }) => role === "user");
  return kept.slice(0, question + 1);
}

function toTurn({ role, text, citedPaperUrls }: RequestMessage): Turn[] {
  return role === "system" ? [] : [{ role, text, citedPaperUrls }];
}

function saysSomething({ text, citedPaperUrls }: Turn): boolean {
  return text.trim() !== "" || citedPaperUrls.length > 0;
}

function checkedQuestion(text: string): string {
  const question = text.trim();
  if (question === "") throw new BadRequestError("The question is empty. Write one and send it again.");
  if (question.length > MAX_QUESTION_CHARACTERS) {
    throw new BadRequestError(
      `The question has ${withThousands(question.length)} characters, and at most ` +
        `${withThousands(MAX_QUESTION_CHARACTERS)} can be answered. Shorten it and send it again.`,
    );
  }
  return question;
}

function withThousands(count: number): string {
  return count.toLocaleString("en");
}
