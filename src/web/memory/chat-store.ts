import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { chatToKeep, type KeepingPage, type ToKeep } from "./chat-to-keep.ts";
import { asRead, type KeptChat } from "./kept-chat.ts";

interface ChatDatabase extends DBSchema {
  chats: { key: string; value: KeptChat };
}

/**
 * The conversations that this browser keeps; they never leave it. Every function rejects with what the browser says where
 * it allows no storage, or has no room left.
 */
export interface ChatStore {
  /** Newest first. */
  list(): Promise<readonly KeptChat[]>;
  /** Undefined where it is not kept here. */
  read(id: string): Promise<KeptChat | undefined>;
  /** Keeps a page's turns; a name that the reader gave the chat stays. Gives what was written, and why apart, if so. */
  keep(page: KeepingPage, turns: readonly AskedQuestion[]): Promise<ToKeep>;
  rename(id: string, title: string): Promise<void>;
  /** Gives the chat as it was; undefined where it was not kept any more. */
  remove(id: string): Promise<KeptChat | undefined>;
  /** Takes back a removal. */
  putBack(chat: KeptChat): Promise<void>;
}

/** The store of this browser, opened when it is first needed, and anew where that failed or the browser closed it. */
export function createChatStore(now: () => number): ChatStore {
  let opening: Promise<IDBPDatabase<ChatDatabase>> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const open = async () =>
    await openDB<ChatDatabase>("footnote", 1, {
      upgrade: (db) => {
        db.createObjectStore("chats", { keyPath: "id" });
      },
      terminated: forget,
    });
  const database = async () => {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      forget();
      throw error;
    }
  };
  /** Reads a chat and writes what `next` makes of it, with no other tab in between. */
  const change = async <Result extends { readonly chat?: KeptChat | undefined }>(
    id: string,
    next: (chat: KeptChat | undefined) => Result,
  ): Promise<Result> => {
    const { store, done } = (await database()).transaction("chats", "readwrite");
    const write = async () => {
      const result = next(await store.get(id));
      if (result.chat) await store.put(result.chat);
      return result;
    };
    const [result] = await Promise.all([write(), done]);
    return result;
  };
  return {
    list: async () => {
      const chats = await (await database()).getAll("chats");
      return chats.map(asRead).sort((left, right) => right.changedAt - left.changedAt);
    },
    read: async (id) => {
      const chat = await (await database()).get("chats", id);
      return chat && asRead(chat);
    },
    keep: (page, turns) => change(page.id, (stored) => chatToKeep(stored, page, { turns, now: now() })),
    rename: async (id, name) => {
      await change(id, (chat) => (chat ? { chat: { ...chat, name } } : {}));
    },
    remove: async (id) => {
      const { store, done } = (await database()).transaction("chats", "readwrite");
      const [chat] = await Promise.all([store.get(id), store.delete(id), done]);
      return chat && asRead(chat);
    },
    putBack: async (chat) => {
      await (await database()).put("chats", chat);
    },
  };
}
