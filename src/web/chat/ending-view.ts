import { element } from "../page/element.ts";
import type { NearPaper } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { answerActions } from "./answer-actions.ts";
import { outcomeView } from "./outcome-view.ts";
import { smallPrint, understoodAs } from "./small-print.ts";
import { insteadView, suggestionsView } from "./suggestions-view.ts";

const DOUBTS = {
  weak: "Dotted line: the quote supports the sentence only in part. Open its number to see why.",
  unsupported: "Wavy line: the quote doesn’t support the sentence. Open its number to see why.",
} as const;

const QUOTING_NOTE =
  "These are the papers’ own sentences. No chat model is configured, so Footnote quotes instead of writing.";

/** What stands below an answer's text once it has ended; `unlisted` are near papers that the text doesn't name, `asked` the question as it was typed, `isLimited` whether it was put to some papers only. */
export function endingView(
  state: AnswerState,
  {
    explainsQuoting,
    unlisted,
    asked,
    isLimited = false,
  }: {
    readonly explainsQuoting: boolean;
    readonly unlisted: readonly NearPaper[];
    readonly asked: string;
    readonly isLimited?: boolean;
  },
): readonly Node[] {
  const doubts = (["weak", "unsupported"] as const).filter((doubt) =>
    state.citations.some(({ verdict }) => verdict === doubt),
  );
  const print = [understoodAs(asked, state.outcome), smallPrint(state)].filter((line) => line !== "");
  return [
    ...brokenOff(state),
    ...doubts.map((doubt) => element("p", { class: "note" }, DOUBTS[doubt])),
    ...outcomeView(state.outcome?.missing ?? [], unlisted),
    ...(explainsQuoting ? [element("p", { class: "note" }, QUOTING_NOTE)] : []),
    ...(isLimited ? askAll(state.outcome) : insteadView(asked, state.outcome)),
    ...suggestionsView(state.suggestions),
    answerActions(state),
    ...print.map((line) => element("p", { class: "small-print" }, line)),
  ];
}

/** What some papers don't answer, others may. */
function askAll(outcome: AnswerState["outcome"]): readonly Node[] {
  if (outcome?.kind !== "refused") return [];
  const attributes = { type: "button", class: "quiet-button", "data-action": "ask-all" };
  return [element("p", {}, element("button", attributes, "Ask all papers"))];
}

function brokenOff({ phase, failure, text }: AnswerState): readonly Node[] {
  if (phase === "failed") return [brokenNote("failure", failure ?? "The answer failed.", "Try again")];
  if (phase !== "stopped") return [];
  return [
    brokenNote(
      "stopped",
      text ? (failure ?? "Stopped. What came is kept.") : "Stopped before an answer came.",
      "Regenerate",
    ),
  ];
}

function brokenNote(kind: string, words: string, action: string): HTMLElement {
  const retry = element("button", { type: "button", class: "quiet-button", "data-action": "retry" }, action);
  return element("div", { class: `broken ${kind}` }, element("p", {}, words), retry);
}
