import type { Turn } from "../domain/question.ts";
import { estimateTokens } from "./estimate-tokens.ts";

/** Markers number papers within their own answer; in another they would point at the wrong evidence. */
const MARKERS = / ?\[\d{1,3}\]/g;

/**
 * The latest turns that fit into `maxTokens`, by an estimate, oldest first, beginning with one of the reader's. A turn is
 * taken whole or not at all, and markers are taken off answers.
 */
export function recentTurns(history: readonly Turn[], maxTokens: number): readonly Turn[] {
  const readable = history.map((turn) =>
    turn.role === "assistant" ? { ...turn, text: turn.text.replace(MARKERS, "") } : turn,
  );
  let start = readable.length;
  let tokens = 0;
  while (start > 0) {
    tokens += estimateTokens(readable[start - 1]?.text ?? "");
    if (tokens > maxTokens) break;
    start -= 1;
  }
  const fitting = readable.slice(start);
  const firstQuestion = fitting.findIndex((turn) => turn.role === "user");
  return firstQuestion < 0 ? [] : fitting.slice(firstQuestion);
}
