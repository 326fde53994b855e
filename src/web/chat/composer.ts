import { counted } from "../page/counted.ts";
import { findElement } from "../page/find-element.ts";
import { MAX_QUESTION_CHARACTERS } from "./question-limit.ts";
import { recall } from "./recall-question.ts";

/** The question box with its one button, which asks, and stops while an answer is coming. */
export interface Composer {
  readonly form: HTMLElement;
  readonly box: HTMLTextAreaElement;
  setRunning(isRunning: boolean): void;
  /** Puts a question into the box, the caret behind it. */
  fill(question: string): void;
  /**
   * Gives the box focus; on a touch screen, where that would raise the keyboard over the answer, what `on.elsewhere` names.
   */
  focus(): void;
}

/** What the question box calls for. */
export interface ComposerListener {
  ask(question: string): void;
  stop(): void;
  /** The questions that the arrow keys bring back, oldest first; none while they are letters to edit. */
  asked(): readonly string[];
  /** Hears in words why a question has to wait in the box. */
  say(words: string): void;
  /** Where a reader goes on who is not to type. */
  elsewhere(): HTMLElement;
}

/** The second click of a double click on "Ask" must not stop what the first one asked for. */
const DOUBLE_CLICK_MS = 500;

export const STILL_ANSWERING = "Footnote is still answering. Wait for the end, or stop it first.";

/**
 * Enter asks, Shift+Enter breaks the line; a question that is too long, or comes during an answer, waits in the box. In an
 * empty box the up arrow brings back earlier questions, and the down arrow walks to the newer ones.
 */
export function createComposer(on: ComposerListener): Composer {
  const form = findElement("#composer", HTMLFormElement);
  const box = findElement("#question", HTMLTextAreaElement);
  const button = findElement("#ask", HTMLButtonElement);
  let isRunning = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let clicks = 0;

  const fill = (question: string) => {
    box.value = question;
    box.setSelectionRange(question.length, question.length);
    fitRows(box);
  };
  const ask = () => {
    const question = box.value.trim();
    if (question === "") return;
    const trouble = isRunning ? STILL_ANSWERING : tooLong(question);
    if (trouble !== undefined) {
      on.say(trouble);
      return;
    }
    fill("");
    askedAt = performance.now();
    on.ask(question);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isRunning) ask();
    else if (clicks < 2 || performance.now() - askedAt > DOUBLE_CLICK_MS) on.stop();
  });
  // How many clicks in a row this one is; it comes before the form is sent.
  button.addEventListener("click", ({ detail }) => {
    clicks = detail;
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
      const target = matchMedia("(pointer: fine)").matches ? box : on.elsewhere();
      target.focus({ preventScroll: target !== box });
    },
    setRunning: (running) => {
      isRunning = running;
      button.textContent = running ? "Stop" : "Ask";
      button.dataset["running"] = String(running);
    },
  };
}

function tooLong({ length }: string): string | undefined {
  if (length <= MAX_QUESTION_CHARACTERS) return undefined;
  const most = MAX_QUESTION_CHARACTERS.toLocaleString("en");
  return `The question has ${counted(length, "character")}, and ${most} are the most. Shorten it.`;
}

const MAX_ROWS = 8;

/** For browsers without `field-sizing`: as many rows as the question has lines. */
function fitRows(box: HTMLTextAreaElement): void {
  box.rows = Math.min(box.value.split("\n").length, MAX_ROWS);
}
