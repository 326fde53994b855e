import { isDialogOpen, openDialog } from "../page/dialogs.ts";

/**
 * Keys that work wherever the reader is: `/` goes to the question box, `?` lists the shortcuts, Escape leaves what is
 * being edited or stops the answer. While words are being typed, `/` and `?` are letters; no question begins with either,
 * so in the empty question box they are keys.
 */
export function listenForShortcuts(box: HTMLTextAreaElement, on: { focusBox(): void; escape(): void }): void {
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing || isDialogOpen()) return;
    if (key === "Escape") on.escape();
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target, box)) return;
    if (key !== "/" && key !== "?") return;
    event.preventDefault();
    if (key === "/") on.focusBox();
    else openDialog("shortcuts");
  });
}

function isTyping(target: EventTarget | null, box: HTMLTextAreaElement): boolean {
  if (target === box) return box.value !== "";
  return target instanceof Element && target.matches("input, textarea, select");
}
