import type { AnswerState } from "../stream/answer-state.ts";
import type { AskedQuestion } from "../stream/conversation-messages.ts";

/** A conversation as this browser keeps it; times in milliseconds since 1970. */
export interface KeptChat {
  readonly id: string;
  /** What the reader calls it; its first question where they have not said. */
  readonly name?: string;
  readonly startedAt: number;
  readonly changedAt: number;
  /** How often its turns were kept. */
  readonly version?: number;
  /** The page that kept them last. */
  readonly writer?: string;
  readonly turns: readonly AskedQuestion[];
}

/** What a conversation is called in lists. */
export function titleOf({ name, turns }: KeptChat): string {
  return name || turns[0]?.question || "An empty chat";
}

/** What an answer says that was still coming when the page was left. */
export const LEFT_BEHIND = "The page was left before this answer had ended. What came is kept.";

/** The conversation as it can be shown again: an answer that was under way is no longer. */
export function asRead({ turns, ...chat }: KeptChat): KeptChat {
  return { ...chat, turns: turns.map(({ answer, ...asked }) => ({ ...asked, answer: asLeft(answer) })) };
}

function asLeft(answer: AnswerState): AnswerState {
  return answer.phase === "running" ? { ...answer, phase: "stopped", failure: LEFT_BEHIND } : answer;
}

/** What can be kept of turns: plain data, without what shows them on the page. */
export function asKept(turns: readonly AskedQuestion[]): readonly AskedQuestion[] {
  return turns.map(({ question, filter, answer }) => ({ question, answer, ...(filter && { filter }) }));
}

/** Whether a conversation's title, questions or answers hold all of some words, in any case. */
export function holdsWords(chat: KeptChat, words: string): boolean {
  const text = [titleOf(chat), ...chat.turns.flatMap(({ question, answer }) => [question, answer.text])]
    .join("\n")
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
