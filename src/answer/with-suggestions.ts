import type { AnswerEvent, Citation, Outcome } from "../domain/answer.ts";
import { FootnoteError } from "../domain/errors.ts";
import type { AnswerOptions } from "../domain/footnote.ts";
import type { Conversation } from "../domain/question.ts";
import type { AnswerIndex, AnswerParts } from "./answer-parts.ts";
import { suggestQuestions } from "./suggest-questions.ts";

/**
 * The events of an answer as they come, and between its outcome and its end the questions to go on with, where there are
 * some: behind an answer, and behind a refusal whose paper states something else. Looking for them delays nothing that comes
 * before, and a failure there fails no answer.
 */
export async function* withSuggestions(
  events: AsyncGenerator<AnswerEvent>,
  { now, onFailure }: Pick<AnswerParts, "now" | "onFailure">,
  index: AnswerIndex,
  conversation: Conversation,
  options: AnswerOptions,
): AsyncGenerator<AnswerEvent> {
  let text = "";
  let citations: readonly Citation[] = [];
  let outcome: Outcome | undefined;
  for await (const event of events) {
    if (event.type === "text-added") text += event.text;
    if (event.type === "text-ended") ({ citations } = event);
    if (event.type === "outcome-decided") ({ outcome } = event);
    if (event.type === "answer-finished" && outcome && leadsOn(outcome)) {
      const about = outcome.reason === "not-stated" ? event.retrieved[0]?.paper : undefined;
      const given = { conversation, text, citations, about };
      const questions = await suggest(() => suggestQuestions(given, index, options, now), onFailure);
      if (questions.length > 0) yield { type: "questions-suggested", questions };
    }
    yield event;
  }
}

/** A refusal that offers the nearest papers needs no more. */
function leadsOn({ kind, reason }: Outcome): boolean {
  return kind === "answered" || reason === "not-stated";
}

async function suggest(
  search: () => Promise<readonly string[]>,
  onFailure: AnswerParts["onFailure"],
): Promise<readonly string[]> {
  try {
    return await search();
  } catch (error) {
    if (!(error instanceof FootnoteError)) throw error;
    onFailure(error);
    return [];
  }
}
