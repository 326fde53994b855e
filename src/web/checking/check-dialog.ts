import { whenOpened } from "../page/dialogs.ts";
import { element } from "../page/element.ts";
import { findElement } from "../page/find-element.ts";
import { selectedWords } from "../page/selected-words.ts";
import { RequestError } from "../stream/request-error.ts";
import { askCheck, type CheckRequest } from "./ask-check.ts";
import { checkView } from "./check-view.ts";

/**
 * The dialog in which a reader has a sentence checked; `citedPapers` gives the ids of the papers that the last answer
 * cites. It opens with the words that are selected on the page.
 */
export function createCheckDialog(citedPapers: () => readonly string[]): void {
  const dialog = findElement("#check", HTMLDialogElement);
  const form = findElement("#check-form", HTMLFormElement);
  const claim = findElement("#claim", HTMLTextAreaElement);
  const text = findElement("#check-text", HTMLTextAreaElement);
  const cited = findElement("#against-cited", HTMLElement);
  const given = findElement("#given-text", HTMLElement);
  const result = findElement("#checked", HTMLElement);
  const against = () => new FormData(form).get("against");
  let checking = new AbortController();

  const request = (): CheckRequest => ({
    claim: claim.value.trim(),
    ...(against() === "cited" && { paperIds: citedPapers() }),
    ...(against() === "text" && { text: text.value }),
  });
  const check = async () => {
    checking.abort();
    checking = new AbortController();
    const { signal } = checking;
    const asked = request();
    result.replaceChildren(element("p", { class: "note" }, "Checking"));
    try {
      result.replaceChildren(...checkView(asked.claim, await askCheck(asked, signal)));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof RequestError)) throw error;
      result.replaceChildren(element("p", { class: "failure-words" }, error.message));
    }
  };
  /** A verdict stands for what was asked, and goes when that is changed. */
  const forget = () => {
    checking.abort();
    result.replaceChildren();
    given.hidden = against() !== "text";
  };

  whenOpened(dialog, () => {
    const selected = selectedWords();
    if (selected !== "") claim.value = selected.slice(0, claim.maxLength);
    cited.hidden = citedPapers().length === 0;
    if (cited.hidden && against() === "cited")
      findElement("#check-form [value='all']", HTMLInputElement).checked = true;
    forget();
    claim.focus();
  });
  dialog.addEventListener("close", forget);
  form.addEventListener("input", forget);
  claim.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (claim.value.trim() === "") claim.focus();
    else void check();
  });
}
