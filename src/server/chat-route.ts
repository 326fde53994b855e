import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Footnote } from "../domain/footnote.ts";
import { PaperFilterSchema } from "../domain/question.ts";
import { answerFrames } from "./answer-frames.ts";
import { EVENT_STREAM_HEADERS, eventStream } from "./event-stream.ts";
import { paperAddresses } from "./paper-address.ts";
import { readBody } from "./read-body.ts";
import { readConversation } from "./read-conversation.ts";
import { RequestMessagesSchema } from "./request-message.ts";

const ChatRequestSchema = z.object({
  id: z.string().optional(),
  messages: RequestMessagesSchema,
  trigger: z.enum(["submit-message", "regenerate-message"]).optional(),
  messageId: z.string().optional(),
  filter: PaperFilterSchema.optional(),
  /** The end of the answer tells why each paper was found. */
  explain: z.boolean().default(false),
  /** Questions to go on with come behind the answer, each one that the papers answer. */
  suggest: z.boolean().default(false),
});

const STREAM_HEADERS = { ...EVENT_STREAM_HEADERS, "x-vercel-ai-ui-message-stream": "v1" };

/** `POST /api/chat`: streams the answer to the conversation's last question, and gives up when the client leaves. */
export function chatRoute(parts: {
  readonly footnote: Footnote;
  readonly publicUrl: string | undefined;
  readonly heartbeatMs: number;
  readonly onUnexpectedError: (error: unknown) => void;
}): Handler {
  const { footnote, publicUrl, heartbeatMs, onUnexpectedError } = parts;
  return async (context: Context) => {
    const request = context.req.raw;
    const { filter, explain, suggest, ...asked } = await readBody(request, ChatRequestSchema);
    const conversation = readConversation(asked);
    const departure = new AbortController();
    const signal = AbortSignal.any([request.signal, departure.signal]);
    const events = footnote.answer(conversation, { signal, suggest, ...(filter && { filter }) });
    const telling = { addressOf: paperAddresses(publicUrl, request), explain };
    const frames = answerFrames({ events, telling, signal, onUnexpectedError });
    const stop = () => departure.abort();
    return context.body(eventStream({ frames, heartbeatMs, stop, onUnexpectedError }), 200, STREAM_HEADERS);
  };
}

/** `GET /api/chat/:id/stream`: there is never anything to resume, the page keeps what it has received. */
export const resumeRoute: Handler = (context) => context.body(null, 204);
