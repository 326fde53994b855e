import type { Limit } from "../limit/limit-line.ts";
import type { AskedQuestion } from "../stream/conversation-messages.ts";
import type { Composer } from "./composer.ts";

/** An earlier question that is being asked anew in the question box. */
export interface Editing {
  /** The turn that will be replaced; undefined where none is being edited. */
  readonly turn: Element | undefined;
  /** Puts a question into the box, and limits to what it was limited to. */
  start(turn: Element, asked: AskedQuestion): void;
  /** Leaves the question as it was; what stood in the box and the limit come back. */
  leave(): void;
  /** Forgets the turn, whose question has been asked. */
  end(): void;
}

/** Edits questions in the composer's box; `bar` tells meanwhile what asking will do. */
export function createEditing(bar: HTMLElement, composer: Composer, limit: Limit): Editing {
  let editing:
    | { readonly turn: Element; readonly draft: string; readonly limit: Limit["filter"] }
    | undefined;
  const end = () => {
    editing?.turn.removeAttribute("data-editing");
    editing = undefined;
    bar.hidden = true;
  };
  const leave = () => {
    if (!editing) return;
    const before = editing;
    end();
    composer.fill(before.draft);
    limit.set(before.limit);
  };
  return {
    get turn() {
      return editing?.turn;
    },
    start: (turn, { question, filter }) => {
      leave();
      editing = { turn, draft: composer.box.value, limit: limit.filter };
      turn.setAttribute("data-editing", "");
      bar.hidden = false;
      composer.fill(question);
      limit.set(filter);
      composer.box.focus();
    },
    leave,
    end,
  };
}
