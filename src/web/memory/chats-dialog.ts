import { whenOpened } from "../page/dialogs.ts";
import { element } from "../page/element.ts";
import { findElement } from "../page/find-element.ts";
import { RequestError } from "../stream/request-error.ts";
import { chatRow } from "./chat-row.ts";
import type { ChatStore } from "./chat-store.ts";
import { exportMarkdown, exportReferences } from "./export-chat.ts";
import { holdsWords, type KeptChat, titleOf } from "./kept-chat.ts";
import { storageTrouble } from "./storage-trouble.ts";

/** What the list of chats calls for. */
export interface ChatsListener {
  /** The id of the chat that the page shows. */
  current(): string;
  /** Keeps at once what the page has not kept yet. */
  flush(): void;
  open(chat: KeptChat): void;
  /** The chat that the page shows is about to be deleted. */
  leave(): void;
}

/** A chat's name while the reader changes it. */
interface Renaming {
  readonly id: string;
  readonly name: string;
}

/**
 * The dialog that lists the chats of this browser: to open, find, rename, export and delete them. The list is as old as the
 * dialog; what is done with a chat is done with what is stored of it then.
 */
export function createChatsDialog(store: ChatStore, on: ChatsListener): void {
  const dialog = findElement("#chats", HTMLDialogElement);
  const search = findElement("#chat-search", HTMLInputElement);
  const list = findElement("#chat-list", HTMLElement);
  const words = findElement("#chats-words", HTMLElement);
  let chats: readonly KeptChat[] = [];
  let renaming: Renaming | undefined;

  const draw = () => {
    const found = chats.filter((chat) => holdsWords(chat, search.value.trim()));
    list.replaceChildren(
      ...found.map((chat) =>
        chatRow(chat, {
          isOpen: chat.id === on.current(),
          newName: chat.id === renaming?.id ? renaming.name : undefined,
        }),
      ),
    );
    return found.length;
  };
  const tell = (...what: readonly (Node | string)[]) => words.replaceChildren(...what);
  const load = async () => {
    on.flush();
    chats = await store.list();
    draw();
  };
  const focusRow = (id: string | undefined, selector = ".chat-title") => {
    const row = [...list.querySelectorAll<HTMLElement>(".chat-row")].find(
      ({ dataset }) => dataset["chat"] === id,
    );
    (row?.querySelector<HTMLElement>(selector) ?? search).focus();
  };
  const goOnAfter = async (place: number) => {
    await load();
    focusRow((chats[place] ?? chats.at(-1))?.id);
  };
  const remove = async ({ id }: KeptChat, place: number) => {
    if (id === on.current()) on.leave();
    const removed = await store.remove(id);
    await goOnAfter(place);
    if (!removed) return tell(GONE);
    const undo = element("button", { type: "button", class: "quiet-button" }, "Undo");
    undo.addEventListener("click", () => attempt(() => putBack(removed)));
    tell(`Deleted “${titleOf(removed)}”. `, undo);
  };
  const putBack = async (chat: KeptChat) => {
    await store.putBack(chat);
    await load();
    focusRow(chat.id);
    tell(`“${titleOf(chat)}” is back.`);
  };
  const rename = async ({ id, name }: Renaming) => {
    renaming = undefined;
    await store.rename(id, name.trim());
    await load();
    focusRow(id);
  };
  const startRenaming = (chat: KeptChat) => {
    renaming = { id: chat.id, name: titleOf(chat) };
    draw();
    focusRow(chat.id, "input");
    list.querySelector("input")?.select();
  };
  const act = async (action: string, listed: KeptChat) => {
    const place = chats.indexOf(listed);
    if (action === "rename") return startRenaming(listed);
    if (action === "delete") return await remove(listed, place);
    if (action === "open" && listed.id === on.current()) return dialog.close();
    on.flush();
    const chat = await store.read(listed.id);
    if (!chat) {
      await goOnAfter(place);
      return tell(GONE);
    }
    if (action === "open") {
      on.open(chat);
      dialog.close();
    }
    if (action === "markdown") exportMarkdown(chat);
    if (action === "references") await exportReferences(chat);
  };
  const attempt = (task: () => Promise<void>) => {
    tell();
    task().catch((error: unknown) => {
      tell(error instanceof RequestError ? error.message : storageTrouble(error));
      if (!(error instanceof RequestError || error instanceof DOMException)) throw error;
    });
  };

  whenOpened(dialog, () => {
    search.value = "";
    renaming = undefined;
    attempt(async () => {
      await load();
      if (chats.length === 0) tell("No chats yet. Ask something, and it will stand here.");
    });
  });
  search.addEventListener("input", () => {
    const found = draw();
    tell(found === 0 && search.value.trim() !== "" ? `No chat holds “${search.value.trim()}”.` : "");
  });
  const chatOf = (target: EventTarget | null) => {
    const id = target instanceof Element && target.closest<HTMLElement>("[data-chat]")?.dataset["chat"];
    return chats.find((chat) => chat.id === id);
  };
  list.addEventListener("click", ({ target }) => {
    const action =
      target instanceof Element && target.closest<HTMLElement>("[data-chat-action]")?.dataset["chatAction"];
    const chat = chatOf(target);
    if (action && chat) attempt(() => act(action, chat));
  });
  list.addEventListener("input", ({ target }) => {
    if (renaming && target instanceof HTMLInputElement) renaming = { ...renaming, name: target.value };
  });
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const renamed = renaming;
    if (renamed) attempt(() => rename(renamed));
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || renaming === undefined) return;
    event.preventDefault();
    const { id } = renaming;
    renaming = undefined;
    draw();
    focusRow(id);
  });
}

const GONE = "That chat has been deleted in another tab.";
