import type { Handler } from "hono";
import { z } from "zod";
import { BadRequestError, ModelError, UnavailableError } from "../domain/errors.ts";
import type { DoorParts } from "../server/door.ts";
import { paperAddresses } from "../server/paper-address.ts";
import { readBody } from "../server/read-body.ts";
import { estimateUsage } from "./estimate-usage.ts";
import { conversationOf, InputSchema } from "./read-messages.ts";
import { lastResponse, type ResponseEvent, responseEvents } from "./response-events.ts";
import { streamAnswer } from "./stream-answer.ts";

/** Everything else that a request may hold changes nothing here and is not looked at, `instructions` and `store` among it. */
const ResponseRequestSchema = z.object({
  input: InputSchema,
  stream: z.boolean().nullish(),
  previous_response_id: z.unknown().optional(),
  conversation: z.unknown().optional(),
});

/** `POST /v1/responses`: the answer to the input's last question, streamed or whole. Nothing is kept between requests. */
export function responsesRoute(parts: DoorParts): Handler {
  return async (context) => {
    const request = context.req.raw;
    const { input, stream, ...kept } = await readBody(request, ResponseRequestSchema);
    refuseKept(kept);
    const conversation = conversationOf(input);
    const telling = {
      addressOf: paperAddresses(parts.publicUrl, request),
      created: Math.floor(Date.now() / 1000),
      countTokens: (answer: string) => estimateUsage(conversation, answer),
    };
    if (stream) {
      return streamAnswer(context, conversation, {
        parts,
        framesOf: (events) => responseFrames(responseEvents(events, telling)),
      });
    }
    const events = parts.footnote.answer(conversation, { signal: request.signal });
    const response = await lastResponse(responseEvents(events, telling));
    if (response?.error) throw new ModelError(response.error.message);
    if (!response || response.status === "in_progress") {
      throw new UnavailableError("The answer was broken off. Ask again.");
    }
    return context.json(response);
  };
}

/** A follow-up without the talk before it would be answered as if it stood alone: better to say so. */
function refuseKept(kept: {
  readonly previous_response_id?: unknown;
  readonly conversation?: unknown;
}): void {
  const named = Object.entries(kept).find(([, value]) => value !== undefined && value !== null);
  if (!named) return;
  throw new BadRequestError(
    `This server keeps no responses, so \`${named[0]}\` names nothing here. Send the whole conversation as \`input\`.`,
  );
}

async function* responseFrames(events: AsyncIterable<ResponseEvent>): AsyncGenerator<string, void> {
  for await (const event of events) yield `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
