import type { PaperFilter } from "../../domain/question.ts";
import { limitTo } from "../chat/address.ts";
import { whenOpened } from "../page/dialogs.ts";
import { findElement } from "../page/find-element.ts";
import { createPageChooser } from "./choose-pages.ts";
import { createPaperChooser } from "./choose-papers.ts";

/** The dialog in which a reader chooses the papers or pages that questions go to; `set` hears the choice. */
export function createLimitDialog(
  current: () => PaperFilter | undefined,
  set: (filter: PaperFilter | undefined) => void,
): void {
  const dialog = findElement("#limits", HTMLDialogElement);
  const form = findElement("#limit-form", HTMLFormElement);
  const words = findElement("#limit-words", HTMLElement);
  const say = (text: string) => {
    words.textContent = text;
  };
  const papers = createPaperChooser(
    {
      search: findElement("#limit-search", HTMLInputElement),
      chosen: findElement("#limit-chosen", HTMLElement),
      found: findElement("#limit-found", HTMLElement),
    },
    say,
  );
  const pages = createPageChooser(findElement("#limit-pages", HTMLElement), say);
  const kind = () => new FormData(form).get("limit");
  const showKind = () => {
    findElement("#limit-papers", HTMLElement).hidden = kind() !== "papers";
    findElement("#limit-sources", HTMLElement).hidden = kind() !== "sources";
    findElement("#limit-done", HTMLElement).textContent =
      kind() === "all" ? "Ask all papers" : "Ask only these";
    say("");
  };

  whenOpened(dialog, () => {
    const { paperIds = [], sources = [] } = current() ?? {};
    const now = sources.length > 0 ? "sources" : paperIds.length > 0 ? "papers" : "all";
    findElement(`#limit-form [value="${now}"]`, HTMLInputElement).checked = true;
    papers.show(paperIds);
    pages.show(sources);
    showKind();
  });
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "limit") showKind();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const filter =
      kind() === "papers"
        ? limitTo({ paperIds: papers.chosen })
        : kind() === "sources"
          ? limitTo({ sources: pages.chosen })
          : undefined;
    if (!filter && kind() !== "all") {
      say(kind() === "papers" ? "Choose at least one paper." : "Choose at least one page.");
      return;
    }
    set(filter);
    dialog.close();
  });
}
