import { element } from "./element.ts";

/** Shows a text that the browser would not copy by itself, selected, until the reader closes it. */
export function showToCopy(name: string, text: string): void {
  const field = element("textarea", { readonly: "", rows: "8", "aria-label": name });
  field.value = text;
  const close = element("button", { type: "button", class: "quiet-button" }, "Close");
  const dialog = element(
    "dialog",
    { class: "copy-dialog", "aria-label": `Copy ${name}` },
    element("p", {}, "The browser doesn’t let this page copy. The text is selected: copy it from here."),
    field,
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  // The browser gives focus back to where it was when the dialog closes.
  dialog.showModal();
  field.focus();
  field.select();
}
