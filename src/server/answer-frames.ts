import type { AnswerEvent } from "../domain/answer.ts";
import { FootnoteError } from "../domain/errors.ts";
import { type Telling, uiMessageParts } from "../stream/ui-message-stream.ts";
import { safeMessage } from "./http-errors.ts";

/**
 * The frames of one answer, as the AI SDK's UI message stream has them, `[DONE]` last. A failure on the way becomes one
 * `error` frame; what was not foreseen goes to `onUnexpectedError` as well. After an abort the frames just end.
 */
export async function* answerFrames(answer: {
  readonly events: AsyncIterable<AnswerEvent>;
  readonly telling: Telling;
  readonly signal: AbortSignal;
  readonly onUnexpectedError: (error: unknown) => void;
}): AsyncGenerator<string, void> {
  const { events, telling, signal, onUnexpectedError } = answer;
  try {
    for await (const event of events) {
      if (signal.aborted) return;
      for (const part of uiMessageParts(event, telling)) yield frame(JSON.stringify(part));
    }
  } catch (error) {
    // Whatever breaks once the reader has gone is the echo of our own abort.
    if (signal.aborted) return;
    if (!(error instanceof FootnoteError)) onUnexpectedError(error);
    yield frame(JSON.stringify({ type: "error", errorText: safeMessage(error) }));
  }
  if (!signal.aborted) yield frame("[DONE]");
}

function frame(data: string): string {
  return `data: ${data}\n\n`;
}
