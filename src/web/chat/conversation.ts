import type { PaperFilter } from "../../domain/question.ts";
import { newChatId } from "../memory/new-chat-id.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { answerStates } from "../stream/answer-states.ts";
import { type AskedQuestion, conversationMessages } from "../stream/conversation-messages.ts";
import { showAnswer } from "./show-answer.ts";
import { isQuoting } from "./small-print.ts";
import { createTurnList, type Turn } from "./turn-list.ts";
import { withAbstracts } from "./with-abstracts.ts";

/** The questions asked on this page and their answers, one of them at most under way. */
export interface Conversation {
  /** Names the conversation here and on the server; a new one after `clear`. */
  readonly id: string;
  readonly asked: readonly AskedQuestion[];
  readonly isRunning: boolean;
  ask(question: string): Promise<void>;
  /**
   * Asks a turn's question again, in place of that turn and all that follow it. They come back where nothing as good as
   * they are takes their place.
   */
  retry(turn: Element): Promise<void>;
  /** Does the same with another question. */
  askInstead(turn: Element, question: string): Promise<void>;
  stop(): void;
  clear(): void;
  /** Shows a conversation that was kept, in place of this one. */
  restore(id: string, asked: readonly AskedQuestion[]): void;
  /** Goes on under another id. */
  goOnAs(id: string): void;
  find(turn: Element): AskedQuestion | undefined;
}

export interface ConversationOptions {
  readonly container: HTMLElement;
  /** What questions are limited to; undefined for all papers. */
  readonly filter: () => PaperFilter | undefined;
  readonly announce: (words: string) => void;
  readonly onChange: (now: { readonly isRunning: boolean; readonly isEmpty: boolean }) => void;
  /** Hears of an answer that failed or was stopped, and made room for those that it was to replace. */
  readonly onPutBack: (answer: AnswerState) => void;
  /** Hears of every state of the conversation, also while an answer comes. */
  readonly keep: (id: string, asked: readonly AskedQuestion[]) => void;
}

/** A conversation shown in `container`. Nothing is asked while an answer is under way. */
export function createConversation(options: ConversationOptions): Conversation {
  const { filter, onChange } = options;
  const list = createTurnList(options.container);
  const show = createTurnShower(options.announce);
  let chatId = newChatId();
  let running: AbortController | undefined;

  const changed = () => onChange({ isRunning: running !== undefined, isEmpty: list.turns.length === 0 });
  const ask = async (question: string, limit: PaperFilter | undefined, replaced: readonly Turn[] = []) => {
    const own = new AbortController();
    for (const turn of replaced) list.remove(turn);
    const messages = conversationMessages(list.turns, question);
    const turn = list.begin(question, limit);
    running = own;
    changed();
    turn.view.root.scrollIntoView({ block: "start" });
    const isShown = () => list.turns.includes(turn);
    const keep = () => {
      // What is to be replaced stays kept until there is something in its place.
      if (isShown() && (replaced.length === 0 || turn.answer.text !== "")) options.keep(chatId, list.turns);
    };
    const states = answerStates(
      { id: chatId, messages, filter: limit },
      { signal: own.signal, onUnexpectedError: reportError },
    );
    await show(turn, states, keep).finally(() => {
      if (running !== own) return;
      running = undefined;
      changed();
    });
    if (isShown() && replaced.length > 0 && !isWorthReplacing(turn, replaced)) {
      list.remove(turn);
      list.putBack(replaced);
      options.onPutBack(turn.answer);
      options.keep(chatId, list.turns);
      return;
    }
    turn.answer = await withAbstracts(turn.answer, new AbortController().signal);
    turn.view.renderSources(turn.answer);
    keep();
  };
  const clear = (id: string) => {
    running?.abort();
    running = undefined;
    for (const turn of list.turns) list.remove(turn);
    chatId = id;
  };
  const askInPlaceOf = async (root: Element, question?: string) => {
    const turn = list.find(root);
    if (!turn || running) return;
    const replaced = list.turns.slice(list.turns.indexOf(turn));
    await (question === undefined
      ? ask(turn.question, turn.filter, replaced)
      : ask(question, filter(), replaced));
  };
  return {
    get id() {
      return chatId;
    },
    get asked() {
      return list.turns;
    },
    get isRunning() {
      return running !== undefined;
    },
    ask: async (question) => {
      if (!running) await ask(question, filter());
    },
    stop: () => running?.abort(),
    retry: (root) => askInPlaceOf(root),
    askInstead: askInPlaceOf,
    clear: () => {
      clear(newChatId());
      changed();
    },
    restore: (id, asked) => {
      clear(id);
      for (const { question, filter: limit, answer } of asked) {
        const turn = list.begin(question, limit);
        turn.answer = answer;
        turn.view.render(answer, false);
      }
      changed();
      list.turns.at(-1)?.view.root.scrollIntoView({ block: "start" });
    },
    goOnAs: (id) => {
      chatId = id;
    },
    find: (root) => list.find(root),
  };
}

/** A whole answer is; a part of one only where the question is another, or there was no whole answer before. */
function isWorthReplacing({ question, answer }: Turn, [first]: readonly Turn[]): boolean {
  if (answer.phase === "complete") return true;
  if (first?.answer.phase !== "complete") return true;
  return answer.text.trim() !== "" && question !== first.question;
}

/** Shows answers as they come; the first one that quotes for want of a model says so, and no other. */
function createTurnShower(announce: (words: string) => void) {
  let hasExplainedQuoting = false;
  const explainsQuoting = (answer: AnswerState) => {
    const isFirst = !hasExplainedQuoting && isQuoting(answer);
    hasExplainedQuoting ||= isFirst;
    return isFirst;
  };
  return (turn: Turn, states: AsyncIterable<AnswerState>, keep: () => void): Promise<void> => {
    const onState = (answer: AnswerState) => {
      turn.answer = answer;
      keep();
    };
    return showAnswer(turn.view, states, { announce, onState, explainsQuoting });
  };
}
