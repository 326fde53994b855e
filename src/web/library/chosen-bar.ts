import { element } from "../page/element.ts";
import { askOnly, type ChosenPapers, chosenWords, MOST_CHOSEN } from "./chosen-papers.ts";

const FULL = `At most ${MOST_CHOSEN} papers can be asked together. Clear the choice, or take one away first.`;

/**
 * Lets the boxes in `list` choose papers, and tells in `bar`, which is hidden while none is chosen, how many are and where
 * they can be asked. `show` ticks the boxes of what is chosen, for a list that has changed.
 */
export function createChosenBar(
  parts: { readonly bar: HTMLElement; readonly list: HTMLElement; readonly filter: HTMLElement },
  chosen: ChosenPapers,
): { show(): void } {
  const { bar, list, filter } = parts;
  const words = element("p", { role: "status" });
  const link = element("a", { class: "ask-about" }, "Ask only these");
  const clear = element("button", { type: "button", class: "quiet-button" }, "Clear");
  bar.replaceChildren(words, element("div", { class: "chosen-actions" }, link, clear));

  const boxes = () => [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const show = (told = chosenWords(chosen.ids.length)) => {
    for (const box of boxes()) box.checked = chosen.ids.includes(box.value);
    bar.hidden = chosen.ids.length === 0;
    words.textContent = told;
    link.href = askOnly(chosen.ids);
  };
  list.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.checked) show(chosen.add(target.value) ? undefined : FULL);
    else {
      chosen.remove(target.value);
      show();
    }
  });
  clear.addEventListener("click", () => {
    const first = boxes().find(({ checked }) => checked);
    chosen.clear();
    show();
    (first ?? filter).focus();
  });
  show();
  return { show: () => show() };
}
