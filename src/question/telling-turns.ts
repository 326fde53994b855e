import type { Turn } from "../domain/question.ts";
import { isSmallTalk } from "./recognise-small-talk.ts";

/** How help and refusals open, as the answers' own texts do. */
const NO_ANSWER =
  /^(?:I am Footnote\.|I read English:|The abstracts here don't state that\.|I found nothing in these papers|The papers that you asked about don't state that|There is no paper |The paper .{1,200} is not among the papers that you asked about|I answer questions about the papers in this collection|There are no papers here yet\.)/u;

/** What is offered behind a refusal speaks of other papers. */
const OFFER = /\s*\bThe papers that come closest:[\s\S]*$/u;

/**
 * The turns that tell what a conversation is about: without greetings, help and refusals, and without the papers that a
 * refusal offers. An answer that cites papers is none of these.
 */
export function tellingTurns(history: readonly Turn[]): readonly Turn[] {
  return history.flatMap((turn) => {
    if (turn.role === "user") return isSmallTalk(turn.text) ? [] : [turn];
    if (turn.citedPaperUrls.length > 0) return [turn];
    return NO_ANSWER.test(turn.text.trimStart()) ? [] : [{ ...turn, text: turn.text.replace(OFFER, "") }];
  });
}
