import { type AnswerState, NEW_ANSWER } from "../stream/answer-state.ts";
import { answerStates } from "../stream/answer-states.ts";
import { conversationMessages } from "../stream/conversation-messages.ts";
import { showAnswer } from "./show-answer.ts";
import { isQuoting } from "./small-print.ts";
import { createTurnView, type TurnView } from "./turn-view.ts";

interface Turn {
  readonly question: string;
  readonly view: TurnView;
  answer: AnswerState;
}

/** The questions asked on this page and their answers, one of them at most under way. */
export interface Conversation {
  ask(question: string): Promise<void>;
  /** Asks a turn's question again, in place of that turn. */
  retry(turn: Element): Promise<void>;
  stop(): void;
  clear(): void;
  answerOf(turn: Element): AnswerState | undefined;
}

export interface ConversationOptions {
  readonly container: HTMLElement;
  /** The papers that questions are limited to; undefined for all. */
  readonly paperIds: () => readonly string[] | undefined;
  readonly announce: (words: string) => void;
  readonly onChange: (now: { readonly isRunning: boolean; readonly isEmpty: boolean }) => void;
}

/** A conversation shown in `container`. Nothing is asked while an answer is under way. */
export function createConversation({
  container,
  paperIds,
  announce,
  onChange,
}: ConversationOptions): Conversation {
  const chatId = newChatId();
  let turns: readonly Turn[] = [];
  let turnsBegun = 0;
  let running: AbortController | undefined;
  let hasExplainedQuoting = false;

  const changed = () => onChange({ isRunning: running !== undefined, isEmpty: turns.length === 0 });
  const explainsQuoting = (answer: AnswerState) => {
    const isFirst = !hasExplainedQuoting && isQuoting(answer);
    hasExplainedQuoting ||= isFirst;
    return isFirst;
  };
  const remove = (turn: Turn) => {
    turns = turns.filter((one) => one !== turn);
    turn.view.root.remove();
  };
  const begin = (question: string): Turn => {
    turnsBegun += 1;
    const turn = { question, view: createTurnView(question, turnsBegun), answer: NEW_ANSWER };
    turns = [...turns, turn];
    container.append(turn.view.root);
    return turn;
  };
  const ask = async (question: string) => {
    if (running) return;
    const own = new AbortController();
    const limit = paperIds();
    const request = {
      id: chatId,
      messages: conversationMessages(turns, question),
      ...(limit && { paperIds: limit }),
    };
    running = own;
    const turn = begin(question);
    changed();
    turn.view.root.scrollIntoView({ block: "start" });
    const onState = (answer: AnswerState) => {
      turn.answer = answer;
    };
    const states = answerStates(request, { signal: own.signal, onUnexpectedError: reportError });
    try {
      await showAnswer(turn.view, states, { announce, onState, explainsQuoting });
    } finally {
      if (running === own) running = undefined;
      changed();
    }
  };
  return {
    ask,
    stop: () => running?.abort(),
    retry: async (root) => {
      const turn = turns.find(({ view }) => view.root === root);
      if (!turn || running) return;
      remove(turn);
      await ask(turn.question);
    },
    clear: () => {
      running?.abort();
      running = undefined;
      for (const turn of turns) remove(turn);
      changed();
    },
    answerOf: (root) => turns.find(({ view }) => view.root === root)?.answer,
  };
}

/** `crypto.randomUUID` is missing where the page is read over plain http from another machine. */
function newChatId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
