/**
 * Opens the dialog that a control with `data-opens` names, and closes the one around a control with `data-closes` or
 * behind a click beside it. The browser keeps focus inside and gives it back.
 */
export function listenForDialogs(): void {
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const opens = target.closest<HTMLElement>("[data-opens]")?.dataset["opens"];
    if (opens !== undefined) openDialog(opens);
    else if (target.closest("[data-closes]") || isBeside(target, event)) target.closest("dialog")?.close();
  });
}

const OPENED = "dialog-opened";

/** Opens the dialog of this id; nothing where one is open already. */
export function openDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement) || isDialogOpen()) return;
  dialog.showModal();
  dialog.dispatchEvent(new Event(OPENED));
}

/** Calls `prepare` each time that the dialog has been opened. */
export function whenOpened(dialog: HTMLDialogElement, prepare: () => void): void {
  dialog.addEventListener(OPENED, prepare);
}

/** Whether a dialog is open, which then has the keyboard. */
export function isDialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** A click on what lies behind a dialog is a click on the dialog itself, outside of its frame. */
function isBeside(target: Element, { clientX, clientY }: MouseEvent): boolean {
  if (!(target instanceof HTMLDialogElement)) return false;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
