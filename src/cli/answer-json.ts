import type { AnswerEvent, Citation, Outcome, Timings } from "../domain/answer.ts";
import { ModelError } from "../domain/errors.ts";

/** A whole answer, gathered from its events. */
export interface CollectedAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly outcome: Outcome | undefined;
  readonly model: string | undefined;
  readonly timings: Timings | undefined;
}

/** Gathers an answer's events. @throws {ModelError} with the message of an answer that failed. */
export async function collectAnswer(events: AsyncIterable<AnswerEvent>): Promise<CollectedAnswer> {
  let text = "";
  let citations: readonly Citation[] = [];
  let outcome: Outcome | undefined;
  let finished: { readonly model: string; readonly timings: Timings } | undefined;
  for await (const event of events) {
    if (event.type === "text-added") text += event.text;
    if (event.type === "text-ended") citations = event.citations;
    if (event.type === "outcome-decided") outcome = event.outcome;
    if (event.type === "answer-finished") finished = event;
    if (event.type === "answer-failed") throw new ModelError(event.message);
  }
  return { text, citations, outcome, model: finished?.model, timings: finished?.timings };
}

/** What `npm run ask -- --json` prints: papers by id and title, offsets as everywhere in UTF-16 code units. */
export function answerJson(question: string, { text, citations, outcome, model, timings }: CollectedAnswer) {
  return {
    question,
    outcome: outcome && {
      ...outcome,
      nearest: outcome.nearest.map(({ paperId, title }) => ({ paperId, title })),
    },
    answer: text,
    citations: citations.map(({ paper, ...citation }) => ({
      ...citation,
      paperId: paper.paperId,
      title: paper.title,
    })),
    model,
    timings,
  };
}
