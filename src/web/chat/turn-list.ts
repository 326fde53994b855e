import { type AnswerState, NEW_ANSWER } from "../stream/answer-state.ts";
import { createTurnView, type TurnView } from "./turn-view.ts";

/** A question, what has come of its answer, and where both stand on the page. */
export interface Turn {
  readonly question: string;
  readonly view: TurnView;
  answer: AnswerState;
}

/** The turns of a conversation, oldest first, on the page and in memory alike. */
export interface TurnList {
  readonly turns: readonly Turn[];
  begin(question: string): Turn;
  remove(turn: Turn): void;
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
    begin: (question) => {
      turnsBegun += 1;
      const turn = { question, view: createTurnView(question, turnsBegun), answer: NEW_ANSWER };
      turns = [...turns, turn];
      container.append(turn.view.root);
      return turn;
    },
    remove: (turn) => {
      turns = turns.filter((one) => one !== turn);
      turn.view.root.remove();
    },
    find: (root) => turns.find(({ view }) => view.root === root),
  };
}
