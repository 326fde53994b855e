import { conversationMarkdown } from "../export/conversation-markdown.ts";
import { fetchReferences } from "../export/fetch-references.ts";
import { whenOpened } from "../page/dialogs.ts";
import { download } from "../page/download.ts";
import { element } from "../page/element.ts";
import { fileNameOf } from "../page/file-name.ts";
import { findElement } from "../page/find-element.ts";
import { RequestError } from "../stream/request-error.ts";
import { chatRow } from "./chat-row.ts";
import type { ChatStore } from "./chat-store.ts";
import { holdsWords, type KeptChat, titleOf } from "./kept-chat.ts";

/** What the list of chats calls for. */
export interface ChatsListener {
  /** The id of the chat that the page shows. */
  current(): string;
  open(chat: KeptChat): void;
  /** The chat that the page shows is about to be deleted. */
  leave(): void;
}

/** The dialog that lists the chats of this browser: to open, find, rename, export and delete them. */
export function createChatsDialog(store: ChatStore, on: ChatsListener): void {
  const dialog = findElement("#chats", HTMLDialogElement);
  const search = findElement("#chat-search", HTMLInputElement);
  const list = findElement("#chat-list", HTMLElement);
  const words = findElement("#chats-words", HTMLElement);
  let chats: readonly KeptChat[] = [];
  let renaming: string | undefined;

  const draw = () => {
    const found = chats.filter((chat) => holdsWords(chat, search.value.trim()));
    list.replaceChildren(
      ...found.map((chat) =>
        chatRow(chat, { isOpen: chat.id === on.current(), isRenaming: chat.id === renaming }),
      ),
    );
    return found.length;
  };
  const tell = (...what: readonly (Node | string)[]) => words.replaceChildren(...what);
  const load = async () => {
    chats = await store.list();
    draw();
  };
  const focusRow = (id: string | undefined, selector = ".chat-title") => {
    const row = [...list.querySelectorAll<HTMLElement>(".chat-row")].find(
      ({ dataset }) => dataset["chat"] === id,
    );
    (row?.querySelector<HTMLElement>(selector) ?? search).focus();
  };
  const remove = async (chat: KeptChat) => {
    const place = chats.indexOf(chat);
    if (chat.id === on.current()) on.leave();
    await store.remove(chat.id);
    await load();
    focusRow((chats[place] ?? chats.at(-1))?.id);
    const undo = element("button", { type: "button", class: "quiet-button" }, "Undo");
    undo.addEventListener("click", () => attempt(() => putBack(chat)));
    tell(`Deleted “${titleOf(chat)}”. `, undo);
  };
  const putBack = async (chat: KeptChat) => {
    await store.putBack(chat);
    await load();
    focusRow(chat.id);
    tell(`“${titleOf(chat)}” is back.`);
  };
  const rename = async (chat: KeptChat, name: string) => {
    renaming = undefined;
    await store.rename(chat.id, name.trim());
    await load();
    focusRow(chat.id);
  };
  const act = async (action: string, chat: KeptChat) => {
    if (action === "open") {
      on.open(chat);
      dialog.close();
    }
    if (action === "rename") {
      renaming = chat.id;
      draw();
      focusRow(chat.id, "input");
      list.querySelector("input")?.select();
    }
    if (action === "markdown")
      download(
        fileNameOf(titleOf(chat), "md"),
        conversationMarkdown(titleOf(chat), chat.turns),
        "text/markdown",
      );
    if (action === "references")
      download("references.bib", await fetchReferences(chat.turns), "application/x-bibtex");
    if (action === "delete") await remove(chat);
  };
  const attempt = (task: () => Promise<void>) => {
    tell();
    task().catch((error: unknown) => {
      tell(error instanceof RequestError ? error.message : NOT_KEPT);
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
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const chat = chatOf(event.target);
    const name = list.querySelector("input")?.value ?? "";
    if (chat) attempt(() => rename(chat, name));
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || renaming === undefined) return;
    event.preventDefault();
    const id = renaming;
    renaming = undefined;
    draw();
    focusRow(id);
  });
}

/** For a browser that allows no storage. */
export const NOT_KEPT = "This browser doesn’t let Footnote keep chats. A private window may be the reason.";
