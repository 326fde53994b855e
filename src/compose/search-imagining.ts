import type { ModelWriter } from "../answer/answer-parts.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import type { StandaloneQuestion } from "../domain/question.ts";
import { shouldImagine } from "../question/should-imagine.ts";
import type { RetrieveOptions } from "../retrieval/retrieve.ts";

/** A search, and where no paper stands out a second one with an abstract that a chat model imagines. */
export async function searchImagining(
  search: (question: StandaloneQuestion, options: RetrieveOptions) => Promise<readonly RankedPaper[]>,
  imagine: ModelWriter["imagine"],
  question: StandaloneQuestion,
  options: RetrieveOptions,
): Promise<readonly RankedPaper[]> {
  const papers = await search(question, options);
  const isWanted = options.stages?.has("hypothesis") ?? true;
  if (!imagine || !isWanted || !shouldImagine(papers)) return papers;
  const hypothesis = await imagine(question.text, options.signal);
  return hypothesis === undefined ? papers : await search(question, { ...options, hypothesis });
}
