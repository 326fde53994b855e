import type { AskedQuestion } from "../stream/conversation-messages.ts";
import type { ChatStore } from "./chat-store.ts";

/** The longest that a word of an answer goes unkept, in milliseconds: writing at every word would cost more than it saves. */
const PAUSE_MS = 500;

/** Keeps a conversation while it goes on. */
export interface Keeper {
  keep(id: string, turns: readonly AskedQuestion[]): void;
  /** Keeps at once what is waiting. */
  flush(): void;
}

/** A keeper that writes to `store` at once, then once a pause at most; `onTrouble` hears once that nothing can be kept. */
export function createKeeper(store: Pick<ChatStore, "keep">, onTrouble: (error: unknown) => void): Keeper {
  let waiting: readonly [string, readonly AskedQuestion[]] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBroken = false;

  const write = () => {
    if (!waiting || isBroken) return;
    const [id, turns] = waiting;
    waiting = undefined;
    store.keep(id, turns).catch((error: unknown) => {
      if (!isBroken) onTrouble(error);
      isBroken = true;
    });
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    write();
  };
  return {
    flush,
    keep: (id, turns) => {
      if (waiting && waiting[0] !== id) flush();
      waiting = [id, turns];
      if (timer !== undefined) return;
      write();
      timer = setTimeout(() => {
        timer = undefined;
        write();
      }, PAUSE_MS);
    },
  };
}
