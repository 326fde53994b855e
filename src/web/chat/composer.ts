import { findElement } from "../page/find-element.ts";
import { recall } from "./recall-question.ts";

/** The question box with its one button, which asks, and stops while an answer is coming. */
export interface Composer {
  readonly form: HTMLElement;
  readonly box: HTMLTextAreaElement;
  setRunning(isRunning: boolean): void;
  /** Puts a question into the box, the caret behind it. */
  fill(question: string): void;
  /** Gives the box focus, but not on a touch screen, where that would raise the keyboard over the answer. */
  focus(): void;
}

/** What the question box calls for. */
export interface ComposerListener {
  ask(question: string): void;
  stop(): void;
  /** The questions that the arrow keys bring back, oldest first. */
  asked(): readonly string[];
}

/**
 * Enter asks, Shift+Enter breaks the line; an empty question and one during an answer wait. In an empty box the up arrow
 * brings back earlier questions, and the down arrow walks to the newer ones.
 */
export function createComposer(on: ComposerListener): Composer {
  const form = findElement("#composer", HTMLFormElement);
  const box = findElement("#question", HTMLTextAreaElement);
  const button = findElement("#ask", HTMLButtonElement);
  let isRunning = false;

  const fill = (question: string) => {
    box.value = question;
    box.setSelectionRange(question.length, question.length);
    fitRows(box);
  };
  const ask = () => {
    const question = box.value.trim();
    if (isRunning || question === "") return;
    fill("");
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
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      ask();
    }
    const recalled = recall(event.key, box.value, on.asked());
    if (recalled === undefined) return;
    event.preventDefault();
    fill(recalled);
  });
  return {
    form,
    box,
    fill,
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
