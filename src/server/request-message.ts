import { z } from "zod";
import type { Turn } from "../domain/question.ts";

/** A message of a request, whichever of the two forms it came in. */
export interface RequestMessage extends Omit<Turn, "role"> {
  readonly id?: string | undefined;
  readonly role: Turn["role"] | "system";
}

const ReadPartSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("source-url"), url: z.string() }),
]);
type ReadPart = z.infer<typeof ReadPartSchema>;

/**
 * Far more than anyone chats, and a fraction of what 2 MB can hold: checking hundreds of thousands of entries, and noting
 * what is wrong with each, would keep everyone else waiting.
 */
const MAX_MESSAGES = 500;

/** A message carries a part for its text and for each of an answer's papers and citations: some dozens. */
const MAX_PARTS = 2_000;

/** A list whose length is checked before any of its items is. */
function limitedList<Item extends z.ZodType>(item: Item, max: number, tooMany: string) {
  return z.array(z.unknown()).max(max, { error: tooMany }).pipe(z.array(item));
}

/** A conversation's messages, in the form that `message` reads: at most `MAX_MESSAGES`. */
export function messageList<Message extends z.ZodType>(message: Message) {
  return limitedList(
    message,
    MAX_MESSAGES,
    `has more than ${MAX_MESSAGES} messages: leave out the older ones`,
  );
}

/** The parts of a message, in the form that `part` reads: at most `MAX_PARTS`. */
export function partList<Part extends z.ZodType>(part: Part) {
  return limitedList(
    part,
    MAX_PARTS,
    `has more than ${MAX_PARTS} parts: leave out those that the question doesn't need`,
  );
}

/** Clients send back everything that we streamed to them; only text and cited papers matter for the next answer. */
const PartsSchema = partList(z.looseObject({ type: z.string() }))
  .transform((parts) => parts.filter(({ type }) => type === "text" || type === "source-url"))
  .pipe(z.array(ReadPartSchema));

const ContentSchema = z.union([z.string(), PartsSchema], { error: "must be text, or a list of text parts" });

/** A `UIMessage` of the AI SDK (its `id` optional), or `{ role, content }` as the chat completions dialect has it. */
export const RequestMessageSchema = z
  .object({
    id: z.string().optional(),
    role: z.enum(["user", "assistant", "system"]),
    parts: PartsSchema.optional(),
    content: ContentSchema.optional(),
  })
  .refine(({ parts, content }) => parts !== undefined || content !== undefined, {
    error: "needs `parts` or `content`",
  })
  .transform(({ id, role, parts, content }) => toMessage(id, role, parts ?? content ?? []));

/** The messages of a request. */
export const RequestMessagesSchema = messageList(RequestMessageSchema);

function toMessage(
  id: string | undefined,
  role: RequestMessage["role"],
  content: string | readonly ReadPart[],
): RequestMessage {
  const parts = typeof content === "string" ? [{ type: "text" as const, text: content }] : content;
  return {
    id,
    role,
    text: parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n"),
    citedPaperUrls: parts.flatMap((part) => (part.type === "source-url" ? [part.url] : [])),
  };
}
