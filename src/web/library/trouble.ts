import { element } from "../page/element.ts";

/** Words for what could not be loaded, and a button to try once more. */
export function trouble(words: string, retry: () => void): HTMLElement {
  const button = element("button", { type: "button", class: "quiet-button" }, "Try again");
  button.addEventListener("click", retry);
  return element("div", { class: "trouble" }, element("p", {}, words), button);
}

/** The same as the one row of a list. */
export function troubleRow(words: string, retry: () => void): HTMLElement {
  return element("li", {}, trouble(words, retry));
}
