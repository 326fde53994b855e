import { briefDuration } from "../page/duration-words.ts";
import type { AnswerState } from "../stream/answer-state.ts";

/** What the server calls its model where none is configured and answers are quotations. */
const QUOTING = "quoting";

/** One line on who answered and how long it took; empty where the server doesn't say. Only an answer has a writer. */
export function smallPrint({ outcome, metadata }: Pick<AnswerState, "outcome" | "metadata">): string {
  if (!metadata) return "";
  const { model, retrieveMs, firstTokenMs, totalMs } = metadata;
  const parts = [
    outcome?.kind === "answered" && model !== undefined && writer(model),
    outcome?.kind !== "help" && retrieveMs !== undefined && `papers found in ${briefDuration(retrieveMs)}`,
    firstTokenMs !== undefined && `first words after ${briefDuration(firstTokenMs)}`,
    totalMs !== undefined && `done after ${briefDuration(totalMs)}`,
  ];
  const line = parts.filter((part) => part).join(" · ");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** How a question was understood in its conversation; empty where that is what was asked. */
export function understoodAs(asked: string, outcome: AnswerState["outcome"]): string {
  const understood = outcome?.standaloneQuestion?.trim() ?? "";
  return understood === "" || understood === asked.trim() ? "" : `Understood as: ${understood}`;
}

/** Whether an answer is made of quotes because no model is configured. */
export function isQuoting({ outcome, metadata }: Pick<AnswerState, "outcome" | "metadata">): boolean {
  return outcome?.kind === "answered" && metadata?.model === QUOTING;
}

function writer(model: string): string {
  return model === QUOTING ? "Quoted without a model" : `Written by ${model}`;
}
