import { judgeClaim } from "../../src/check/judge-claim.ts";
import { readPaper } from "../../src/check/read-paper.ts";
import { type ReadingParts, readSentences } from "../../src/check/read-sentence.ts";
import { createMiniLmModel } from "../../src/models/minilm-embeddings.ts";
import { paperOf } from "../fixtures/papers.ts";

/** Every word as telling as any other, and none foreign. */
const weightOf = () => 3;

export const BY_WORDS: ReadingParts = { weightOf };
export const BY_TOKENS: ReadingParts = { weightOf, tokens: createMiniLmModel().tokens };

export const SAMPLING = paperOf(
  "Locally Careful Sampling",
  "It is unknown whether careful sampling increases fluency. " +
    "We introduce careful sampling, the first method that prunes tokens by their entropy for short stories. " +
    "Careful sampling reduces repetitions by 41.5% on 12 datasets compared to nucleus sampling, which was trained for 30 hours. " +
    "Several annotators suggest that larger models benefit more than smaller models from it. " +
    "It was not effective on poems. " +
    "The length of a text is correlated with its fluency.",
);

/** Judges a claim about `SAMPLING`. */
export async function judge(claim: string, parts: ReadingParts = BY_TOKENS) {
  const [[read], paper] = await Promise.all([readSentences([claim], parts), readPaper(SAMPLING, parts)]);
  if (!read) throw new Error("The claim was not read.");
  return judgeClaim(read, paper);
}
