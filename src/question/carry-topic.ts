import type { Conversation } from "../domain/question.ts";
import { contentTerms } from "../text/terms.ts";

/** Words that point back to an earlier turn. */
const POINTS_BACK =
  /\b(?:it|its|they|them|their|theirs|this|that|these|those|he|she|his|her|one|ones|both|former|latter|there|such|same|else|another|other)\b/iu;

/** A question with fewer content words than this can hardly stand alone ("and on GSM8K?"). */
const WORDS_TO_STAND_ALONE = 4;

/** Content words kept of the last answer: its first ones name the paper and the thing that was asked about. */
const WORDS_OF_THE_ANSWER = 24;

/**
 * Without a model: a question that leans on the turns before it is searched for together with the last question and the
 * opening words of its answer; any other is left as it is.
 */
export function carryTopic({ history, question }: Conversation): string {
  if (history.length === 0 || !leansOnHistory(question)) return question;
  const lastQuestion = history.findLast((turn) => turn.role === "user")?.text ?? "";
  const lastAnswer = history.findLast((turn) => turn.role === "assistant")?.text ?? "";
  const opening = contentTerms(lastAnswer).slice(0, WORDS_OF_THE_ANSWER);
  return [question, lastQuestion, opening.map((term) => term.word).join(" ")]
    .filter((part) => part !== "")
    .join(" ");
}

function leansOnHistory(question: string): boolean {
  return POINTS_BACK.test(question) || contentTerms(question).length < WORDS_TO_STAND_ALONE;
}
