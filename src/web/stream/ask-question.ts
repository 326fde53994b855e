import type { PaperFilter } from "../../domain/question.ts";
import type { AnswerPart } from "./answer-part.ts";
import { CUT_OFF } from "./answer-state.ts";
import type { UiMessage } from "./conversation-messages.ts";
import { fetchChecked } from "./fetch-checked.ts";
import { readEvents } from "./read-events.ts";
import { readPart } from "./read-part.ts";
import { RequestError } from "./request-error.ts";

/** A question in its conversation, limited to the papers that pass `filter` where one is given. */
export interface ChatRequest {
  readonly id: string;
  readonly messages: readonly UiMessage[];
  readonly filter?: PaperFilter | undefined;
}

/**
 * Asks the server and yields the parts of its answer as they come; its end explains why each paper was found. Aborting the signal ends the request.
 * @throws {RequestError} in words, before the first part or in mid-answer; what an abort throws passes through.
 */
export async function* askQuestion(
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerPart, void> {
  const { id, messages, filter } = request;
  const response = await fetchChecked("/api/chat", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      id,
      messages,
      trigger: "submit-message",
      explain: true,
      suggest: true,
      ...(filter && { filter }),
    }),
    signal,
  });
  if (!response.body) throw new RequestError("The server sent an empty answer. Try again.");
  try {
    for await (const event of readEvents(response.body)) {
      const part = readPart(event);
      if (part) yield part;
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw cause instanceof RequestError ? cause : new RequestError(CUT_OFF, { cause });
  }
}
