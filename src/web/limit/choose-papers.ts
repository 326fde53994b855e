import { fetchPapers } from "../library/paper-list.ts";
import { RequestError } from "../stream/request-error.ts";
import { checkRow } from "./check-row.ts";
import { paperTitle } from "./paper-title.ts";

/** A search field with the papers chosen and those found below it. */
export interface Chooser {
  /** Ids or names of what is chosen, in the order of choosing. */
  readonly chosen: readonly string[];
  /** Starts over with these chosen. */
  show(chosen: readonly string[]): void;
}

/** A pause in typing after which the papers follow. */
const TYPING_PAUSE_MS = 150;

/** Papers offered for what was typed: a list to choose from, not to scroll through. */
const PAPERS_OFFERED = 8;

/** Lets a reader choose papers by title or topic; `say` hears what is to be told in words. */
export function createPaperChooser(
  parts: { readonly search: HTMLInputElement; readonly chosen: HTMLElement; readonly found: HTMLElement },
  say: (words: string) => void,
): Chooser {
  const { search, found } = parts;
  let searching = new AbortController();
  let typing: ReturnType<typeof setTimeout> | undefined;
  const chosen = () => checkedIn(parts.chosen);
  const showTitles = () => {
    for (const list of [parts.chosen, found]) showTitle(list);
  };

  const find = async () => {
    searching.abort();
    searching = new AbortController();
    const { signal } = searching;
    const query = search.value.trim();
    try {
      const { papers } = query === "" ? { papers: [] } : await fetchPapers({ query }, signal);
      const offered = papers.filter(({ paperId }) => !chosen().includes(paperId)).slice(0, PAPERS_OFFERED);
      found.replaceChildren(...offered.map(({ paperId, title }) => checkRow(title, { value: paperId })));
      showTitles();
      say(query !== "" && offered.length === 0 ? `Nothing more found for “${query}”.` : "");
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof RequestError)) throw error;
      say(error.message);
    }
  };
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => void find(), TYPING_PAUSE_MS);
  });
  for (const list of [parts.chosen, found]) {
    list.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      // The row moves between the lists and takes focus with it.
      const row = target.closest("li");
      if (row) (target.checked ? parts.chosen : found).append(row);
      target.focus();
      showTitles();
      say("");
    });
  }
  return {
    get chosen() {
      return chosen();
    },
    show: (paperIds) => {
      search.value = "";
      found.replaceChildren();
      const known = new Map([...parts.chosen.children].map((row) => [checkedIn(row)[0], row]));
      parts.chosen.replaceChildren(...paperIds.map((paperId) => known.get(paperId) ?? namedRow(paperId)));
      showTitles();
    },
  };
}

/** A list is headed where there is something in it. */
function showTitle(list: HTMLElement): void {
  const title = list.previousElementSibling;
  if (title instanceof HTMLHeadingElement) title.hidden = list.children.length === 0;
}

/** The values of the boxes that are ticked in an element. */
export function checkedIn(list: Element): readonly string[] {
  return [...list.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);
}

function namedRow(paperId: string): HTMLElement {
  const row = checkRow(paperId, { value: paperId, isChecked: true });
  void paperTitle(paperId).then((title) => {
    const label = row.querySelector("span");
    if (label) label.textContent = title;
  });
  return row;
}
