import { z } from "zod";
import { FIGURES } from "./figures.ts";
import { QUESTION_TYPES } from "./gold-question.ts";

/** Milliseconds since the question was put; the first token and citation are absent where there was none. */
export const LatencySchema = z.object({
  firstTokenMs: z.number().optional(),
  firstCitationMs: z.number().optional(),
  totalMs: z.number(),
  searchMs: z.number(),
});
export type Latency = Readonly<z.infer<typeof LatencySchema>>;

/**
 * One question with its figures and with what they were taken from. `failure` says why a question could not be
 * answered; it has no latency then. `found` and the cited titles are titles of papers.
 */
export const RowSchema = z.object({
  id: z.string(),
  type: z.enum(QUESTION_TYPES),
  question: z.string(),
  isAnswerable: z.boolean(),
  figures: z.partialRecord(z.enum(FIGURES), z.number()),
  latency: LatencySchema.optional(),
  failure: z.string().optional(),
  outcome: z.string().optional(),
  /** The chance (0..1) that no paper states what was asked, where it was judged. */
  doubt: z.number().optional(),
  answer: z.string().optional(),
  cited: z.array(z.object({ title: z.string(), quote: z.string() })),
  found: z.array(z.string()),
});
export type Row = Readonly<z.infer<typeof RowSchema>>;
