import { counted } from "../page/counted.ts";
import { element } from "../page/element.ts";
import { dayWords } from "./day-words.ts";
import { type KeptChat, titleOf } from "./kept-chat.ts";

/**
 * A kept conversation in the list, with what can be done with it; its name becomes a field while it is being changed, and
 * `newName` is what the reader has made of it so far.
 */
export function chatRow(
  chat: KeptChat,
  { isOpen, newName }: { readonly isOpen: boolean; readonly newName: string | undefined },
): HTMLElement {
  const title = titleOf(chat);
  const details = `${dayWords(chat.changedAt)}, ${counted(chat.turns.length, "question")}`;
  const action = (name: string, words: string) =>
    element(
      "button",
      { type: "button", "data-chat-action": name, "aria-label": `${words}: ${title}` },
      words,
    );
  return element(
    "li",
    { class: "chat-row", "data-chat": chat.id, "aria-current": isOpen ? "true" : undefined },
    newName === undefined ? openButton(title) : renameForm(newName),
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

function renameForm(name: string): HTMLElement {
  return element(
    "form",
    { class: "rename" },
    element("input", { type: "text", value: name, "aria-label": "Name of this chat", maxlength: "200" }),
    element("button", { type: "submit", class: "quiet-button" }, "Keep"),
  );
}
