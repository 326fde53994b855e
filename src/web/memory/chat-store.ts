import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { asKept, asRead, type KeptChat } from "./kept-chat.ts";

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
  /** Keeps the turns under this id; a name that the reader gave it stays. */
  keep(id: string, turns: readonly AskedQuestion[]): Promise<void>;
  rename(id: string, title: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Takes back a removal. */
  putBack(chat: KeptChat): Promise<void>;
}

/** The store of this browser, opened when it is first needed. */
export function createChatStore(now: () => number): ChatStore {
  let opening: Promise<IDBPDatabase<ChatDatabase>> | undefined;
  const database = async () => {
    opening ??= openDB<ChatDatabase>("footnote", 1, {
      upgrade: (db) => {
        db.createObjectStore("chats", { keyPath: "id" });
      },
    });
    return await opening;
  };
  const change = async (id: string, change: (chat: KeptChat | undefined) => KeptChat | undefined) => {
    const transaction = (await database()).transaction("chats", "readwrite");
    const changed = change(await transaction.store.get(id));
    if (changed) await transaction.store.put(changed);
    await transaction.done;
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
    keep: (id, turns) =>
      change(id, (chat) => ({
        ...chat,
        id,
        startedAt: chat?.startedAt ?? now(),
        changedAt: now(),
        turns: asKept(turns),
      })),
    rename: (id, name) => change(id, (chat) => chat && { ...chat, name }),
    remove: async (id) => await (await database()).delete("chats", id),
    putBack: async (chat) => {
      await (await database()).put("chats", chat);
    },
  };
}
