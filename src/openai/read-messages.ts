import { z } from "zod";
import type { Conversation } from "../domain/question.ts";
import { readConversation } from "../server/read-conversation.ts";
import { messageList, partList, type RequestMessage } from "../server/request-message.ts";

/** Citations that an answer of ours carried and that come back with it: nested in chat completions, flat in Responses. */
const AnnotationsSchema = z
  .array(
    z.looseObject({
      url: z.string().optional(),
      url_citation: z.looseObject({ url: z.string() }).optional(),
    }),
  )
  .nullish()
  .catch([]);
type Annotations = z.infer<typeof AnnotationsSchema>;

const TEXT_PARTS: readonly string[] = ["text", "input_text", "output_text"];

/** Images, refusals and whatever else a message may hold are no part of a question about papers. */
const PartsSchema = partList(z.looseObject({ type: z.string() }))
  .transform((parts) => parts.filter(({ type }) => TEXT_PARTS.includes(type)))
  .pipe(z.array(z.object({ type: z.string(), text: z.string(), annotations: AnnotationsSchema })));
type Parts = z.infer<typeof PartsSchema>;

const ContentSchema = z
  .union([z.string(), PartsSchema], { error: "must be text, or a list of text parts" })
  .nullish();

/**
 * A message of a chat completion. Only what users and assistants said counts: instructions of a system or developer
 * change nothing about what an answer rests on, and there are no tools.
 */
const MessageSchema = z
  .object({
    role: z.enum(["user", "assistant", "system", "developer", "tool", "function"]),
    content: ContentSchema,
    annotations: AnnotationsSchema,
  })
  .transform(({ role, content, annotations }) => toMessage(role, content, annotations));

/** The `messages` of a chat completion. */
export const ChatMessagesSchema = messageList(MessageSchema);

const UNREAD = { role: "tool" };

/** Items that a model made and Footnote never does, such as calls of tools, count as what a tool said. */
const ItemsSchema = messageList(z.looseObject({ type: z.string().nullish() }))
  .transform((items): unknown =>
    items.map((item) => ((item.type ?? "message") === "message" ? item : UNREAD)),
  )
  .pipe(z.array(MessageSchema));

/** The `input` of a Responses request: a question, or a conversation as a list of items. */
export const InputSchema = z.preprocess(
  (input) => (typeof input === "string" ? [{ role: "user", content: input }] : input),
  ItemsSchema,
);

/**
 * The conversation that a request holds.
 * @throws {BadRequestError} where it doesn't end with a question by the user, or the question is empty or too long.
 */
export function conversationOf(messages: readonly RequestMessage[]): Conversation {
  return readConversation({ messages });
}

function toMessage(
  role: string,
  content: string | Parts | null | undefined,
  annotations: Annotations,
): RequestMessage {
  const parts = typeof content === "string" ? [{ text: content, annotations: null }] : (content ?? []);
  const cited = [...(annotations ?? []), ...parts.flatMap((part) => part.annotations ?? [])];
  const urls = cited.flatMap(({ url, url_citation }) => url_citation?.url ?? url ?? []);
  return {
    role: role === "user" || role === "assistant" ? role : "system",
    text: parts.map(({ text }) => text).join("\n"),
    citedPaperUrls: role === "assistant" ? [...new Set(urls)] : [],
  };
}
