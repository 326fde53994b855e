import { type Conversation, type StandaloneQuestion, standingAlone } from "../domain/question.ts";
import { contentTerms } from "../text/terms.ts";

/** Words that point back to an earlier turn. */
const POINTS_BACK =
  /\b(?:it|its|they|them|their|theirs|this|that|these|those|he|she|his|her|one|ones|both|former|latter|there|such|same|else|another|other)\b/iu;

/** A question with fewer content words than this can hardly stand alone ("and on GSM8K?"). */
const WORDS_TO_STAND_ALONE = 4;

/** Content words of the last answer that the standalone question shows: they name the paper and the thing asked about. */
const WORDS_SHOWN = 24;

/** How much the words of earlier turns count. On the gold follow-ups anything from 0.3 to 1 finds the same papers. */
const CARRIED_WEIGHT = 0.5;

/** What is carried of a turn: its opening, so that the question itself is never crowded out of the model's 512 tokens. */
const CHARACTERS_OF_A_TURN = 600;

/**
 * Without a model: a question that leans on the turns before it is searched for together with the last question and its
 * answer; any other is left as it is.
 */
export function carryTopic({ history, question }: Conversation): StandaloneQuestion {
  if (history.length === 0 || !leansOnHistory(question)) return standingAlone(question);
  const lastQuestion = openingOf(history.findLast((turn) => turn.role === "user")?.text ?? "");
  const lastAnswer = openingOf(history.findLast((turn) => turn.role === "assistant")?.text ?? "");
  const shown = contentTerms(lastAnswer).slice(0, WORDS_SHOWN);
  const text = [question, lastQuestion, shown.map((term) => term.word).join(" ")];
  return {
    text: text.filter((part) => part !== "").join(" "),
    parts: [
      { text: lastQuestion, weight: CARRIED_WEIGHT },
      { text: lastAnswer, weight: CARRIED_WEIGHT },
      { text: question, weight: 1 },
    ],
  };
}

function leansOnHistory(question: string): boolean {
  return POINTS_BACK.test(question) || contentTerms(question).length < WORDS_TO_STAND_ALONE;
}

function openingOf(text: string): string {
  return text.length <= CHARACTERS_OF_A_TURN
    ? text
    : text.slice(0, text.lastIndexOf(" ", CHARACTERS_OF_A_TURN));
}
