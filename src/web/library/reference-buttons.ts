import { fetchReference, type ReferenceFormat } from "../export/fetch-reference.ts";
import { copyFromButton } from "../page/copy-from-button.ts";
import { element } from "../page/element.ts";

const REFERENCES = [
  { format: "bibtex", label: "Copy as BibTeX", name: "BibTeX" },
  { format: "text", label: "Copy as reference", name: "Reference" },
] as const satisfies readonly { format: ReferenceFormat; label: string; name: string }[];

/** Buttons that copy how to refer to a paper; `say` hears in words what came of it. */
export function referenceButtons(paperId: string, say: (words: string) => void): readonly HTMLElement[] {
  return REFERENCES.map(({ format, label, name }) => {
    const button = element("button", { type: "button", class: "quiet-button" }, label);
    button.addEventListener("click", () => {
      void copyFromButton(button, { name, text: () => fetchReference(paperId, format), say });
    });
    return button;
  });
}
