import { element } from "../page/element.ts";
import type { AnswerState } from "../stream/answer-state.ts";

/** What a reader can do with an ended answer; the page's listeners know the buttons by their data. */
export function answerActions({ phase, text, sources }: AnswerState): HTMLElement {
  const paperCount = sources.filter(({ paperId }) => paperId !== undefined).length;
  return element(
    "p",
    { class: "answer-actions" },
    ...(text === "" ? [] : [action("Copy", { "data-copy": "answer" })]),
    ...(phase === "complete" ? [action("Regenerate", { "data-action": "retry" })] : []),
    ...(paperCount === 0 ? [] : [action(limitLabel(paperCount), { "data-action": "limit" })]),
  );
}

function limitLabel(paperCount: number): string {
  return paperCount === 1 ? "Ask only this paper" : "Ask only these papers";
}

function action(words: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  return element("button", { type: "button", ...attributes }, words);
}
