import type { AnswerState } from "../stream/answer-state.ts";
import { answerStates } from "../stream/answer-states.ts";
import { conversationMessages } from "../stream/conversation-messages.ts";
import { showAnswer } from "./show-answer.ts";
import { isQuoting } from "./small-print.ts";
import { createTurnList, type Turn } from "./turn-list.ts";
import { withAbstracts } from "./with-abstracts.ts";

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
export function createConversation(options: ConversationOptions): Conversation {
  const { paperIds, onChange } = options;
  const list = createTurnList(options.container);
  const chatId = newChatId();
  const show = createTurnShower(options.announce);
  let running: AbortController | undefined;

  const changed = () => onChange({ isRunning: running !== undefined, isEmpty: list.turns.length === 0 });
  const ask = async (question: string) => {
    if (running) return;
    const own = new AbortController();
    const limit = paperIds();
    const messages = conversationMessages(list.turns, question);
    const turn = list.begin(question);
    running = own;
    changed();
    turn.view.root.scrollIntoView({ block: "start" });
    const request = { id: chatId, messages, ...(limit && { paperIds: limit }) };
    await show(turn, answerStates(request, { signal: own.signal, onUnexpectedError: reportError })).finally(
      () => {
        if (running === own) running = undefined;
        changed();
      },
    );
    turn.answer = await withAbstracts(turn.answer, new AbortController().signal);
    turn.view.renderSources(turn.answer);
  };
  return {
    ask,
    stop: () => running?.abort(),
    retry: async (root) => {
      const turn = list.find(root);
      if (!turn || running) return;
      list.remove(turn);
      await ask(turn.question);
    },
    clear: () => {
      running?.abort();
      running = undefined;
      for (const turn of list.turns) list.remove(turn);
      changed();
    },
    answerOf: (root) => list.find(root)?.answer,
  };
}

/** Shows answers as they come; the first one that quotes for want of a model says so, and no other. */
function createTurnShower(announce: (words: string) => void) {
  let hasExplainedQuoting = false;
  const explainsQuoting = (answer: AnswerState) => {
    const isFirst = !hasExplainedQuoting && isQuoting(answer);
    hasExplainedQuoting ||= isFirst;
    return isFirst;
  };
  return (turn: Turn, states: AsyncIterable<AnswerState>): Promise<void> => {
    const onState = (answer: AnswerState) => {
      turn.answer = answer;
    };
    return showAnswer(turn.view, states, { announce, onState, explainsQuoting });
  };
}

/** `crypto.randomUUID` is missing where the page is read over plain http from another machine. */
function newChatId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
