import type { Turn } from "../domain/question.ts";
import { readPointer } from "./read-pointers.ts";

/** What was said last, back to a question that stands by itself; the openings of turns, oldest first. */
export interface LastTurns {
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}

/** What is carried of a turn: its opening, so that the question itself is never crowded out of the model's 512 tokens. */
const CHARACTERS_OF_A_TURN = 600;

/** A chain of questions that each point back is followed no further. */
const QUESTIONS_BACK = 2;

/** The last question and its answer, and those before them as long as the question itself points back. */
export function lastTurns(history: readonly Turn[]): LastTurns {
  const questions = history.filter(({ role }) => role === "user").map(({ text }) => openingOf(text));
  const answers = history.filter(({ role }) => role === "assistant").map(({ text }) => openingOf(text));
  const whole = questions.findLastIndex(
    (question) => !/^(?:strong|ellipsis)$/u.test(readPointer(question).pointer),
  );
  const back = Math.min(questions.length - Math.max(0, whole), QUESTIONS_BACK);
  return { questions: questions.slice(-back), answers: answers.slice(-back) };
}

function openingOf(text: string): string {
  return text.length <= CHARACTERS_OF_A_TURN
    ? text
    : text.slice(0, text.lastIndexOf(" ", CHARACTERS_OF_A_TURN));
}
