import type { ChatStore } from "../../../src/web/memory/chat-store.ts";
import { chatToKeep } from "../../../src/web/memory/chat-to-keep.ts";
import type { KeptChat } from "../../../src/web/memory/kept-chat.ts";
import { NEW_ANSWER } from "../../../src/web/stream/answer-state.ts";
import type { AskedQuestion } from "../../../src/web/stream/conversation-messages.ts";

/** What a browser would store of chats, for all tabs; `written` is all that was put into it, oldest first. */
export interface MemoryStore extends Pick<ChatStore, "keep"> {
  readonly chats: Map<string, KeptChat>;
  readonly written: readonly string[];
  /** Rejects all writing with this, until it is undefined. */
  refuse: Error | undefined;
}

/** A store in memory, in the place of the browser's. */
export function memoryStore(): MemoryStore {
  const chats = new Map<string, KeptChat>();
  const written: string[] = [];
  const store: MemoryStore = {
    chats,
    written,
    refuse: undefined,
    keep: async (page, turns) => {
      if (store.refuse) throw store.refuse;
      const kept = chatToKeep(chats.get(page.id), page, { turns, now: 5 });
      if (kept.chat) {
        chats.set(kept.chat.id, kept.chat);
        written.push(`${kept.chat.id}:${kept.chat.turns.map(({ answer }) => answer.text).join("|")}`);
      }
      return kept;
    },
  };
  return store;
}

/** A question whose answer has come this far. */
export function turn(text: string, question = "q"): AskedQuestion {
  return { question, answer: { ...NEW_ANSWER, text } };
}

/** The same question, whose answer is whole. */
export function ended({ answer, ...asked }: AskedQuestion): AskedQuestion {
  return { ...asked, answer: { ...answer, phase: "complete" } };
}
