import { refusalTitle } from "../chat/refusal-title.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { plainMarkdown } from "./plain-markdown.ts";

/** What stands above an answer's text: that it found nothing, where it did not. */
export function refusalMarkdown({ outcome }: AnswerState): readonly string[] {
  const title = refusalTitle(outcome);
  return title === undefined ? [] : [`**${title}**`];
}

/** What stands below an answer's text: the parts that stay open, an ending before its time, and who wrote it. */
export function endingMarkdown({ outcome, phase, failure, metadata }: AnswerState): readonly string[] {
  const missing = outcome?.missing ?? [];
  const model = metadata?.model;
  return [
    ...(missing.length > 0 ? ["What these papers don’t answer:", missing.map(listItem).join("\n")] : []),
    ...(phase === "failed" ? [`*${plainMarkdown(failure ?? "The answer failed.")}*`] : []),
    ...(phase === "stopped" ? ["*The answer was stopped before its end.*"] : []),
    ...(outcome?.kind === "answered" && model !== undefined ? [`*${writer(model)}*`] : []),
  ];
}

function listItem(words: string): string {
  return `- ${plainMarkdown(words)}`;
}

function writer(model: string): string {
  return model === "quoting"
    ? "Quoted by Footnote, without a model."
    : `Written by ${plainMarkdown(model)} and checked by Footnote.`;
}
