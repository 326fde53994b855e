import { counted } from "../page/counted.ts";
import { element } from "../page/element.ts";
import { type KeptChat, titleOf } from "./kept-chat.ts";

const DAY = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

/** A kept conversation in the list, with what can be done with it; its name becomes a field while it is being changed. */
export function chatRow(
  chat: KeptChat,
  { isOpen, isRenaming }: { readonly isOpen: boolean; readonly isRenaming: boolean },
): HTMLElement {
  const title = titleOf(chat);
  const details = `${DAY.format(chat.changedAt)}, ${counted(chat.turns.length, "question")}`;
  const action = (name: string, words: string) =>
    element(
      "button",
      { type: "button", "data-chat-action": name, "aria-label": `${words}: ${title}` },
      words,
    );
  return element(
    "li",
    { class: "chat-row", "data-chat": chat.id, "aria-current": isOpen ? "true" : undefined },
    isRenaming ? renameForm(title) : openButton(title),
    element("p", { class: "small-print" }, details),
    element(
      "p",
      { class: "row-actions" },
      action("rename", "Rename"),
      action("markdown", "Markdown"),
      action("references", "references.bib"),
      action("delete", "Delete"),
    ),
  );
}

function openButton(title: string): HTMLElement {
  return element("button", { type: "button", class: "chat-title", "data-chat-action": "open" }, title);
}

function renameForm(title: string): HTMLElement {
  return element(
    "form",
    { class: "rename" },
    element("input", { type: "text", value: title, "aria-label": "Name of this chat", maxlength: "200" }),
    element("button", { type: "submit", class: "quiet-button" }, "Keep"),
  );
}
