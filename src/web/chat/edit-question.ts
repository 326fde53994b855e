import type { Composer } from "./composer.ts";

/** An earlier question that is being asked anew in the question box. */
export interface Editing {
  /** The turn that will be replaced; undefined where none is being edited. */
  readonly turn: Element | undefined;
  start(turn: Element, question: string): void;
  /** Leaves the question as it was. */
  leave(): void;
  /** Forgets the turn: its question has been asked, or is gone. */
  end(): void;
}

/** Edits questions in the composer's box; `bar` tells meanwhile what asking will do. */
export function createEditing(bar: HTMLElement, composer: Composer): Editing {
  let turn: Element | undefined;
  const end = () => {
    turn?.removeAttribute("data-editing");
    turn = undefined;
    bar.hidden = true;
  };
  return {
    get turn() {
      return turn;
    },
    start: (edited, question) => {
      end();
      turn = edited;
      edited.setAttribute("data-editing", "");
      bar.hidden = false;
      composer.fill(question);
      composer.box.focus();
    },
    leave: () => {
      end();
      composer.fill("");
      composer.box.focus();
    },
    end,
  };
}
