import type { AskedQuestion } from "../stream/conversation-messages.ts";
import type { ChatStore } from "./chat-store.ts";
import { type Apart, versionOf } from "./chat-to-keep.ts";
import type { KeptChat } from "./kept-chat.ts";
import { newChatId } from "./new-chat-id.ts";

/** The longest that a word of an answer goes unkept, in milliseconds: writing at every word would cost more than it saves. */
const PAUSE_MS = 500;

/** Keeps a conversation while it goes on. */
export interface Keeper {
  /** The page shows this chat now, as it was read, and goes on from there. */
  opened(chat: Pick<KeptChat, "id" | "version">): void;
  /** Keeps the turns of the chat of this id; a turn is the same object for as long as it is the same question. */
  keep(id: string, turns: readonly AskedQuestion[]): void;
  /** Keeps at once what is waiting, and tries again with what could not be kept. */
  flush(): void;
}

/** What becomes of keeping. */
export interface KeeperListener {
  /** Keeping fails from now on; it is tried again with every state that comes. */
  trouble(error: unknown): void;
  /** Keeping works again. */
  works(): void;
  /** The chat that the page shows is kept under another id from now on: another tab has changed or deleted the one it had. */
  moved(id: string, why: Apart): void;
  /** Another tab has deleted the chat while its answer came: it is not kept until the reader asks on. */
  gone(): void;
}

/** A chat as the keeper follows it; `shownId` is the page's, `id` that under which it is kept. */
interface FollowedChat {
  readonly shownId: string;
  id: string;
  copyId: string;
  version: number | undefined;
  isKept: boolean;
  isGone: boolean;
  /** The questions that were the last ones when they were kept. */
  readonly lastTurns: WeakSet<AskedQuestion>;
}

interface State {
  readonly chat: FollowedChat;
  readonly turns: readonly AskedQuestion[];
}

/** A keeper that writes to `store` at once, and once a pause at most while an answer grows. */
export function createKeeper(store: Pick<ChatStore, "keep">, on: KeeperListener): Keeper {
  const writer = newChatId();
  let chat: FollowedChat | undefined;
  let newest: State | undefined;
  let waiting: State | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFailing = false;

  const write = () => {
    if (!waiting) return;
    const state = waiting;
    waiting = undefined;
    attempt(state).catch((error: unknown) => {
      if (newest === state) waiting = state;
      if (isFailing) return;
      isFailing = true;
      on.trouble(error);
    });
  };
  const attempt = async ({ chat, turns }: State) => {
    const { id, copyId, version, isKept, lastTurns } = chat;
    const last = turns.at(-1);
    const isAskedOn = last !== undefined && !lastTurns.has(last);
    const kept = await store.keep({ id, copyId, version, writer, isKept, isAskedOn }, turns);
    if (isFailing) on.works();
    isFailing = false;
    if (!kept.chat) return leave(chat);
    chat.isKept = true;
    if (last) lastTurns.add(last);
    if (kept.apart && chat.id === id) move(chat, kept.apart);
  };
  const move = (moving: FollowedChat, why: Apart) => {
    moving.id = moving.copyId;
    moving.copyId = newChatId();
    moving.version = undefined;
    moving.isGone = false;
    if (moving === chat) on.moved(moving.id, why);
  };
  const leave = (gone: FollowedChat) => {
    if (gone === chat && !gone.isGone) on.gone();
    gone.isGone = true;
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    write();
  };
  const follow = (id: string, version: number | undefined) => {
    if (waiting) flush();
    const isKept = version !== undefined;
    const copyId = newChatId();
    chat = { shownId: id, id, copyId, version, isKept, isGone: false, lastTurns: new WeakSet() };
    return chat;
  };
  return {
    opened: (read) => {
      follow(read.id, versionOf(read));
    },
    flush,
    keep: (id, turns) => {
      const followed = chat && [chat.shownId, chat.id].includes(id) ? chat : follow(id, undefined);
      newest = waiting = { chat: followed, turns };
      // A page that is being left has no time to write: only the words of a growing answer wait.
      if (turns.at(-1)?.answer.phase !== "running") return flush();
      if (timer !== undefined) return;
      write();
      timer = setTimeout(() => {
        timer = undefined;
        write();
      }, PAUSE_MS);
    },
  };
}
