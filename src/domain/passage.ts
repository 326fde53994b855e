import { z } from "zod";

/** A half-open range of UTF-16 code units in a paper's cleaned abstract. */
export const SpanSchema = z.object({ start: z.number().int(), end: z.number().int() });
export type Span = Readonly<z.infer<typeof SpanSchema>>;

/**
 * One or more whole sentences of an abstract: `text === abstract.slice(start, end)`.
 * `sentences` are the spans of its sentences, in the abstract's offsets.
 */
export const PassageSchema = z.object({
  passageId: z.string(),
  paperId: z.string(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  sentences: z.array(SpanSchema),
});
export type Passage = Readonly<z.infer<typeof PassageSchema>>;
