import { findElement } from "../page/find-element.ts";

/** The question box with its one button, which asks, and stops while an answer is coming. */
export interface Composer {
  readonly form: HTMLElement;
  setRunning(isRunning: boolean): void;
  /** Gives the box focus, but not on a touch screen, where that would raise the keyboard over the answer. */
  focus(): void;
}

/** Enter asks, Shift+Enter breaks the line; an empty question and one during an answer wait. */
export function createComposer(on: { ask(question: string): void; stop(): void }): Composer {
  const form = findElement("#composer", HTMLFormElement);
  const box = findElement("#question", HTMLTextAreaElement);
  const button = findElement("#ask", HTMLButtonElement);
  let isRunning = false;

  const ask = () => {
    const question = box.value.trim();
    if (isRunning || question === "") return;
    box.value = "";
    fitRows(box);
    on.ask(question);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isRunning) on.stop();
    else ask();
  });
  box.addEventListener("input", () => fitRows(box));
  box.addEventListener("keydown", (event) => {
    // While a word is being composed, as in Japanese, Enter accepts it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    ask();
  });
  return {
    form,
    focus: () => {
      if (matchMedia("(pointer: fine)").matches) box.focus();
    },
    setRunning: (running) => {
      isRunning = running;
      button.textContent = running ? "Stop" : "Ask";
      button.dataset["running"] = String(running);
    },
  };
}

const MAX_ROWS = 8;

/** For browsers without `field-sizing`: as many rows as the question has lines. */
function fitRows(box: HTMLTextAreaElement): void {
  box.rows = Math.min(box.value.split("\n").length, MAX_ROWS);
}
