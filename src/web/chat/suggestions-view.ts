import { element } from "../page/element.ts";
import type { AnswerOutcome } from "../stream/answer-part.ts";
import { askButton } from "./ask-button.ts";
import { EXAMPLE_QUESTIONS } from "./example-questions.ts";

/** Questions to go on with, each asked with one click; nothing where there are none. */
export function suggestionsView(questions: readonly string[] = []): readonly Node[] {
  return questionList("suggestions", "Go on with", questions);
}

/** Example questions offered in place of one that was refused; a few, so that they are read. */
const MAX_EXAMPLES = 3;

/** Questions that are no dead end, for a refusal that names no near papers; nothing where it does, or there are no papers. */
export function insteadView(asked: string, outcome: AnswerOutcome | undefined): readonly Node[] {
  const isDeadEnd =
    outcome?.kind === "refused" && outcome.nearest.length === 0 && outcome.reason !== "empty-index";
  if (!isDeadEnd) return [];
  const others = EXAMPLE_QUESTIONS.filter((question) => question !== asked.trim());
  return questionList("suggestions instead", "You could ask instead", others.slice(0, MAX_EXAMPLES));
}

function questionList(name: string, title: string, questions: readonly string[]): readonly Node[] {
  if (questions.length === 0) return [];
  const items = questions.map((question) => element("li", {}, askButton(question)));
  return [element("div", { class: name }, element("h3", {}, title), element("ul", {}, ...items))];
}
