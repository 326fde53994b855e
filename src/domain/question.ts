import { z } from "zod";

/** Characters that a question may have; beyond that the request is refused in words. */
export const MAX_QUESTION_CHARACTERS = 8_000;

/** A message of the conversation. `citedPaperUrls` are the `source-url` parts that an earlier answer carried. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
  readonly citedPaperUrls: readonly string[];
}

/** The question to answer, with the turns before it, oldest first. */
export interface Conversation {
  readonly history: readonly Turn[];
  readonly question: string;
}

/** Limits a question to some papers. Dates are inclusive, `YYYY-MM-DD`; a paper without a date is outside any range. */
export const PaperFilterSchema = z.object({
  paperIds: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  publishedFrom: z.iso.date().optional(),
  publishedTo: z.iso.date().optional(),
});
export type PaperFilter = Readonly<z.infer<typeof PaperFilterSchema>>;
