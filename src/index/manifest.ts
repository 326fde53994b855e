import { z } from "zod";

/**
 * Counts up whenever the same pages would give another index: reading, cleaning, splitting, the text that is embedded,
 * how words are cut. An index of another version is rebuilt by itself; vectors of texts that did not
 * change are kept, with the weights of words that they were made with.
 */
export const PIPELINE_VERSION = 4;

/** What a generation was made from. */
export const ManifestSchema = z.object({
  pipelineVersion: z.number().int(),
  /** The embedding model's fingerprint. */
  embeddingModel: z.string(),
  createdAt: z.string(),
  passageCount: z.number().int(),
  /** Each paper and the hash of its title and abstract. */
  papers: z.array(z.object({ paperId: z.string(), contentHash: z.string() })),
});
export type Manifest = Readonly<z.infer<typeof ManifestSchema>>;
