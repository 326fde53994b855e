import { z } from "zod";

/** Where a paper was found: one saved page, feed or file. `featuredOn` is `YYYY-MM-DD`, or the day as the page prints it (`Jul 30`) where it names no year. */
export const PaperSourceSchema = z.object({
  name: z.string(),
  kind: z.string(),
  firstSeenAt: z.string(),
  featuredOn: z.string().optional(),
});
export type PaperSource = Readonly<z.infer<typeof PaperSourceSchema>>;

/**
 * One paper. `abstract` is cleaned for reading and is what offsets point into; `rawAbstract` is the text as it came.
 * `outsideUrl` is the paper's address elsewhere, where one is known; dates are `YYYY-MM-DD`.
 */
export const PaperSchema = z.object({
  paperId: z.string(),
  title: z.string(),
  abstract: z.string(),
  rawAbstract: z.string(),
  outsideUrl: z.string().optional(),
  published: z.string().optional(),
  authors: z.array(z.string()).optional(),
  sources: z.array(PaperSourceSchema),
});
export type Paper = Readonly<z.infer<typeof PaperSchema>>;
