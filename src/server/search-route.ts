import type { Context, Handler } from "hono";
import { z } from "zod";
import { BadRequestError } from "../domain/errors.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import type { Footnote } from "../domain/footnote.ts";
import { PaperFilterSchema } from "../domain/question.ts";
import { paperExplanation } from "../stream/explanation.ts";
import type { Telling } from "../stream/ui-message-stream.ts";
import { paperAddresses } from "./paper-address.ts";
import { readBody } from "./read-body.ts";
import { readConversation } from "./read-conversation.ts";
import { type RequestMessage, RequestMessagesSchema } from "./request-message.ts";

/** A first screen of results. */
const DEFAULT_RESULTS = 10;

const SearchRequestSchema = z.object({
  messages: RequestMessagesSchema.optional(),
  query: z.string().optional(),
  k: z.int().min(1).max(50).default(DEFAULT_RESULTS),
  filter: PaperFilterSchema.optional(),
  explain: z.boolean().default(false),
});

/** `POST /api/search`: the papers that bear on a conversation's last question, or on one query, best first. */
export function searchRoute(parts: {
  readonly footnote: Footnote;
  readonly publicUrl: string | undefined;
}): Handler {
  return async (context: Context) => {
    const request = context.req.raw;
    const { filter, k, explain, ...asked } = await readBody(request, SearchRequestSchema);
    const conversation = readConversation({ messages: messagesOf(asked) });
    const options = { k, signal: request.signal, ...(filter && { filter }) };
    const { standaloneQuestion, papers } = await parts.footnote.search(conversation, options);
    const telling = { addressOf: paperAddresses(parts.publicUrl, request), explain };
    return context.json({ standaloneQuestion, results: papers.map((paper) => resultRow(paper, telling)) });
  };
}

function messagesOf(asked: {
  messages?: readonly RequestMessage[] | undefined;
  query?: string | undefined;
}): readonly RequestMessage[] {
  const { messages, query } = asked;
  if (messages && query === undefined) return messages;
  if (!messages && query !== undefined) return [{ role: "user", text: query, citedPaperUrls: [] }];
  throw new BadRequestError("Send either `query`, a text, or `messages`, a conversation.");
}

function resultRow(ranked: RankedPaper, { addressOf, explain }: Telling) {
  const { rank, paper, score, passages } = ranked;
  return {
    rank,
    paperId: paper.paperId,
    title: paper.title,
    url: addressOf(paper),
    score,
    passages: passages.map(({ passage: { passageId, text, start, end }, score }) => ({
      passageId,
      text,
      start,
      end,
      score,
    })),
    ...(explain && { explain: paperExplanation(ranked) }),
  };
}
