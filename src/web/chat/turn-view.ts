import type { PaperFilter } from "../../domain/question.ts";
import { limitWords } from "../limit/limit-words.ts";
import { element } from "../page/element.ts";
import { fragmentOf } from "../page/fragment-of.ts";
import { patchChildren } from "../page/patch-children.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { answerTextView } from "./answer-text.ts";
import { endingView } from "./ending-view.ts";
import { enrichLists } from "./enrich-lists.ts";
import { refusalTitle } from "./refusal-title.ts";
import { sourcesView } from "./sources-view.ts";
import { statusView } from "./status-view.ts";

/** A question with its answer on the page. */
export interface TurnView {
  readonly root: HTMLElement;
  /** Shows what has come of the answer so far; `explainsQuoting` where this answer is the one to say that it quotes. */
  render(state: AnswerState, explainsQuoting: boolean): void;
  /** Shows an ended answer's sources anew. */
  renderSources(state: AnswerState): void;
}

/** Builds the turn of this number, with nothing of its answer yet; `filter` is what the question was limited to. */
export function createTurnView(
  question: string,
  { number, filter }: { readonly number: number; readonly filter: PaperFilter | undefined },
): TurnView {
  const id = `question-${number}`;
  const refusal = element("div", { class: "refusal" });
  const text = element("div", { class: "answer-text" });
  const status = element("div", { class: "answer-status" });
  const ending = element("div", { class: "ending" });
  const answer = element("div", { class: "answer" }, refusal, text, status, ending);
  const sources = element("div", { class: "sources" });
  const root = element(
    "article",
    { class: "turn", "aria-labelledby": id, tabindex: "-1" },
    askedView(question, id, filter),
    answer,
    sources,
  );
  const showText = answerTextView(text);
  return {
    root,
    renderSources: (state) => patchChildren(sources, sourcesView(state)),
    render: (state, explainsQuoting) => {
      root.dataset["phase"] = state.phase;
      root.dataset["outcome"] = state.outcome?.kind ?? "";
      const title = refusalTitle(state.outcome);
      patchChildren(refusal, fragmentOf(title ? [element("h3", {}, title)] : []));
      showText(state);
      patchChildren(status, fragmentOf(statusView(state)));
      patchChildren(sources, sourcesView(state));
      if (state.phase === "running") return;
      const unlisted = state.outcome ? enrichLists(text, state.outcome) : [];
      const isLimited = filter !== undefined;
      const view = endingView(state, { explainsQuoting, unlisted, asked: question, isLimited });
      patchChildren(ending, fragmentOf(view));
    },
  };
}

function askedView(question: string, id: string, filter: PaperFilter | undefined): HTMLElement {
  const edit = element("button", { type: "button", class: "edit", "data-action": "edit" }, "Edit");
  edit.setAttribute("aria-describedby", id);
  return element(
    "div",
    { class: "asked" },
    element("div", { class: "asked-line" }, element("h2", { class: "question", id }, question), edit),
    ...(filter ? [element("p", { class: "small-print" }, `Asked of ${limitWords(filter)} only`)] : []),
  );
}
