import type { AnswerEvent, Citation } from "../domain/answer.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import { type CitedText, createCiter } from "./citer.ts";

/** The whole answer text, and its citations in the order in which they were sent. */
export interface CitedDraft {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/**
 * Turns a draft, a stream of Markdown whose markers name `evidence` by its number from 1, into the events of an answer:
 * `paper-cited` before the text that first carries a paper's marker, `text-added` as text comes (only a possible marker
 * is held back), `sentence-cited` once a sentence is complete. A failing draft gives what it had begun, then throws on.
 * @throws {Error} at once where a paper of the evidence is not among the ranked ones.
 */
export async function* citeDraft(
  draft: AsyncIterable<string>,
  evidence: readonly Evidence[],
  rankedPapers: readonly RankedPaper[],
): AsyncGenerator<AnswerEvent, CitedDraft> {
  const rankedById = new Map(rankedPapers.map((ranked) => [ranked.paper.paperId, ranked]));
  const unranked = evidence.find((item) => !rankedById.has(item.paper.paperId));
  if (unranked) throw new Error(`Evidence from "${unranked.paper.paperId}", which was not retrieved.`);

  const citer = createCiter(evidence);
  let text = "";
  const citations: Citation[] = [];

  function* send(step: CitedText): Generator<AnswerEvent> {
    for (const { number, paper } of step.papers) {
      const ranked = rankedById.get(paper.paperId);
      if (ranked) yield { type: "paper-cited", number, ranked };
    }
    text += step.text;
    if (step.text !== "") yield { type: "text-added", text: step.text };
    citations.push(...step.citations);
    for (const citation of step.citations) yield { type: "sentence-cited", citation };
  }

  try {
    for await (const piece of draft) yield* send(citer.push(piece));
  } catch (error) {
    yield* send(citer.end());
    throw error;
  }
  yield* send(citer.end());
  return { text, citations };
}
