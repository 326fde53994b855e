import type { Apart } from "./chat-to-keep.ts";
import type { KeeperListener } from "./keeper.ts";
import { storageTrouble } from "./storage-trouble.ts";

const MOVED: Readonly<Record<Apart, string>> = {
  changed: "Another tab has changed this chat. Here it goes on as a copy; both are kept.",
  deleted: "This chat was deleted in another tab. What you see here is kept as a new chat.",
};

const GONE = "This chat was deleted in another tab. Ask on, and what you see here is kept as a new chat.";

/** Where the page says what becomes of keeping. */
export interface KeepingParts {
  /** Says what a reader has to know now. */
  readonly say: (words: string) => void;
  /** Says what is wrong for as long as it is; empty where nothing is any more. */
  readonly showTrouble: (words: string) => void;
  /** Hears of the id under which the chat on the page is kept from now on. */
  readonly goOnAs: (id: string) => void;
}

/** Tells the reader what becomes of keeping. */
export function tellOfKeeping({ say, showTrouble, goOnAs }: KeepingParts): KeeperListener {
  return {
    trouble: (error) => showTrouble(storageTrouble(error)),
    works: () => showTrouble(""),
    moved: (id, why) => {
      goOnAs(id);
      say(MOVED[why]);
    },
    gone: () => say(GONE),
  };
}
