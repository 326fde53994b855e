import { element } from "../page/element.ts";

/** A button that asks a question with one click; it reads as the question itself unless `shown` says otherwise. */
export function askButton(
  question: string,
  shown?: { readonly text: string; readonly label: string },
): HTMLElement {
  const attributes = {
    type: "button",
    class: shown ? "ask-short" : "ask-question",
    "data-action": "ask",
    "data-question": question,
    "aria-label": shown?.label,
  };
  return element("button", attributes, shown?.text ?? question);
}
