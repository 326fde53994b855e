import { element } from "../page/element.ts";

/** A row of a list to choose from: a box to tick, with its label. */
export function checkRow(
  label: string,
  { value, isChecked = false }: { readonly value: string; readonly isChecked?: boolean },
): HTMLElement {
  const box = element("input", { type: "checkbox", value, checked: isChecked ? "" : undefined });
  return element("li", {}, element("label", {}, box, element("span", {}, label)));
}
