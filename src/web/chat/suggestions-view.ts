import { element } from "../page/element.ts";
import { askButton } from "./ask-button.ts";

/** Questions to go on with, each asked with one click; nothing where there are none. */
export function suggestionsView(questions: readonly string[] = []): readonly Node[] {
  if (questions.length === 0) return [];
  const items = questions.map((question) => element("li", {}, askButton(question)));
  return [
    element("div", { class: "suggestions" }, element("h3", {}, "Go on with"), element("ul", {}, ...items)),
  ];
}
