import type { PaperFilter } from "../../domain/question.ts";
import { type AnswerState, NEW_ANSWER } from "../stream/answer-state.ts";
import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { createTurnView, type TurnView } from "./turn-view.ts";

/** A question, what has come of its answer, and where both stand on the page. */
export interface Turn extends AskedQuestion {
  readonly view: TurnView;
  answer: AnswerState;
}

/** The turns of a conversation, oldest first, on the page and in memory alike. */
export interface TurnList {
  readonly turns: readonly Turn[];
  begin(question: string, filter?: PaperFilter): Turn;
  remove(turn: Turn): void;
  /** Shows turns that were removed again, behind all others. */
  putBack(removed: readonly Turn[]): void;
  /** The turn that this element shows. */
  find(root: Element): Turn | undefined;
}

/** An empty list whose turns are shown in `container`. */
export function createTurnList(container: HTMLElement): TurnList {
  let turns: readonly Turn[] = [];
  let turnsBegun = 0;
  return {
    get turns() {
      return turns;
    },
    begin: (question, filter) => {
      turnsBegun += 1;
      const view = createTurnView(question, { number: turnsBegun, filter });
      const turn: Turn = { question, view, answer: NEW_ANSWER, ...(filter && { filter }) };
      turns = [...turns, turn];
      container.append(turn.view.root);
      return turn;
    },
    remove: (turn) => {
      turns = turns.filter((one) => one !== turn);
      turn.view.root.remove();
    },
    putBack: (removed) => {
      turns = [...turns, ...removed];
      container.append(...removed.map(({ view }) => view.root));
    },
    find: (root) => turns.find(({ view }) => view.root === root),
  };
}
