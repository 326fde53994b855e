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

/** Clients send back everything that we streamed to them; only text and cited papers matter for the next answer. */
const PartsSchema = z
  .array(z.looseObject({ type: z.string() }))
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
