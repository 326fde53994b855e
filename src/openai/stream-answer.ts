import type { Context } from "hono";
import type { AnswerEvent } from "../domain/answer.ts";
import { FootnoteError } from "../domain/errors.ts";
import type { Conversation } from "../domain/question.ts";
import type { DoorParts } from "../server/door.ts";
import { EVENT_STREAM_HEADERS, eventStream } from "../server/event-stream.ts";
import { safeMessage } from "../server/http-errors.ts";

/** Streams an answer as the frames of a dialect, and ends all of its work when the client leaves. */
export function streamAnswer(
  context: Context,
  conversation: Conversation,
  {
    parts: { footnote, heartbeatMs, onUnexpectedError },
    framesOf,
  }: {
    readonly parts: DoorParts;
    readonly framesOf: (events: AsyncIterable<AnswerEvent>) => AsyncGenerator<string, void>;
  },
): Response {
  const departure = new AbortController();
  const signal = AbortSignal.any([context.req.raw.signal, departure.signal]);
  const events = footnote.answer(conversation, { signal });
  const frames = framesOf(withFailures(events, { signal, onUnexpectedError }));
  const stop = () => departure.abort();
  return context.body(
    eventStream({ frames, heartbeatMs, stop, onUnexpectedError }),
    200,
    EVENT_STREAM_HEADERS,
  );
}

/** The events, with whatever breaks on the way as a last `answer-failed`; after an abort they just end. */
async function* withFailures(
  events: AsyncIterable<AnswerEvent>,
  {
    signal,
    onUnexpectedError,
  }: { readonly signal: AbortSignal; readonly onUnexpectedError: (error: unknown) => void },
): AsyncGenerator<AnswerEvent, void> {
  try {
    for await (const event of events) {
      if (signal.aborted) return;
      yield event;
    }
  } catch (error) {
    // Whatever breaks once the reader has gone is the echo of our own abort.
    if (signal.aborted) return;
    if (!(error instanceof FootnoteError)) onUnexpectedError(error);
    yield { type: "answer-failed", message: safeMessage(error) };
  }
}
