import type { Turn } from "../domain/question.ts";

/** Markers number papers within their own answer; in another they would point at the wrong evidence. */
const MARKERS = / ?\[\d{1,3}\]/g;

/**
 * The latest turns that fit into `maxCharacters`, oldest first, beginning with one of the reader's. A turn is taken whole
 * or not at all, and markers are taken off answers.
 */
export function recentTurns(history: readonly Turn[], maxCharacters: number): readonly Turn[] {
  const readable = history.map((turn) =>
    turn.role === "assistant" ? { ...turn, text: turn.text.replace(MARKERS, "") } : turn,
  );
  let start = readable.length;
  let characters = 0;
  while (start > 0) {
    characters += readable[start - 1]?.text.length ?? 0;
    if (characters > maxCharacters) break;
    start -= 1;
  }
  const fitting = readable.slice(start);
  const firstQuestion = fitting.findIndex((turn) => turn.role === "user");
  return firstQuestion < 0 ? [] : fitting.slice(firstQuestion);
}
