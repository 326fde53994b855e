import { z } from "zod";
import type { Paper } from "./paper.ts";

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

/** A part of what is searched for; its words count by `weight`, 0..1. */
export interface QuestionPart {
  readonly text: string;
  readonly weight: number;
}

/** A question in words that need no history, and the parts that it was put together from: the question itself last. */
export interface StandaloneQuestion {
  readonly text: string;
  readonly parts: readonly QuestionPart[];
  /** The paper that is asked about as a whole, where the question is nothing but its title, its id or its address. */
  readonly meant?: Paper;
  /** The id of the paper that is asked about, as the asker wrote it, where no paper here has it. */
  readonly unknownId?: string;
}

/** A question that needs nothing but itself. */
export function standingAlone(text: string): StandaloneQuestion {
  return { text, parts: [{ text, weight: 1 }] };
}

/** Limits a question to some papers. Dates are inclusive, `YYYY-MM-DD`; a paper without a date is outside any range. */
export const PaperFilterSchema = z.object({
  paperIds: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  publishedFrom: z.iso.date().optional(),
  publishedTo: z.iso.date().optional(),
});
export type PaperFilter = Readonly<z.infer<typeof PaperFilterSchema>>;
