import { element } from "../page/element.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { progressBar } from "./progress-bar.ts";

const STAGES: Readonly<Record<string, string>> = {
  indexing: "The papers are being read. Your question waits for them.",
  rewriting: "Reading your question with the conversation so far",
  retrieving: "Looking through the papers",
  answering: "Writing the answer",
};

/** What is happening while there is no text yet. */
export function statusWords({ status }: Pick<AnswerState, "status">): string {
  return STAGES[status?.stage ?? ""] ?? "Asking";
}

/**
 * A quiet line for an answer that has no text yet, with a bar while the index is being built. Growing text says for itself
 * that more is coming, and nothing stands below it that it would push away.
 */
export function statusView(state: AnswerState): readonly Node[] {
  if (state.phase !== "running" || state.text !== "") return [];
  const progress = state.status?.stage === "indexing" ? state.status.progress : undefined;
  return [
    element(
      "p",
      { class: "status" },
      element("span", { class: "pulse", "aria-hidden": "true" }),
      element("span", { class: "status-words" }, statusWords(state)),
    ),
    ...(progress ? progressBar(progress) : []),
  ];
}
