import type { Handler } from "hono";
import { z } from "zod";
import { UnavailableError } from "../domain/errors.ts";
import type { DoorParts } from "../server/door.ts";
import { paperAddresses } from "../server/paper-address.ts";
import { readBody } from "../server/read-body.ts";
import { chatChunks } from "./chat-chunks.ts";
import { chatCompletion } from "./chat-completion.ts";
import { estimateUsage } from "./estimate-usage.ts";
import { ChatMessagesSchema, conversationOf } from "./read-messages.ts";
import { streamAnswer } from "./stream-answer.ts";

/** Everything else that a request may hold, the model's name with it, changes nothing here and is not looked at. */
const ChatCompletionRequestSchema = z.object({
  messages: ChatMessagesSchema,
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
});

/** `POST /v1/chat/completions`: the answer to the conversation's last question, streamed or whole. */
export function chatCompletionsRoute(parts: DoorParts): Handler {
  return async (context) => {
    const request = context.req.raw;
    const { messages, stream, stream_options } = await readBody(request, ChatCompletionRequestSchema);
    const conversation = conversationOf(messages);
    const told = {
      addressOf: paperAddresses(parts.publicUrl, request),
      created: Math.floor(Date.now() / 1000),
    };
    const countTokens = (answer: string) => estimateUsage(conversation, answer);
    if (stream) {
      const telling = { ...told, ...(stream_options?.include_usage && { countTokens }) };
      return streamAnswer(context, conversation, {
        parts,
        framesOf: (events) => chatFrames(chatChunks(events, telling)),
      });
    }
    const events = parts.footnote.answer(conversation, { signal: request.signal });
    const whole = await chatCompletion(chatChunks(events, { ...told, countTokens }));
    if (!whole) throw new UnavailableError("The answer was broken off. Ask again.");
    return context.json(whole);
  };
}

async function* chatFrames(chunks: AsyncIterable<object>): AsyncGenerator<string, void> {
  for await (const chunk of chunks) yield `data: ${JSON.stringify(chunk)}\n\n`;
  yield "data: [DONE]\n\n";
}
