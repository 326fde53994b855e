import { RequestError } from "../stream/request-error.ts";
import { createChosenBar } from "./chosen-bar.ts";
import { createChosenPapers, tabStorage } from "./chosen-papers.ts";
import { countWords } from "./count-words.ts";
import { readLibraryAddress, SORTS, usualSort, writeLibraryAddress } from "./library-address.ts";
import { nothingFound } from "./nothing-found.ts";
import { fetchPapers, paperRow } from "./paper-list.ts";
import { trouble } from "./trouble.ts";

/** A pause in typing after which the list follows. */
const TYPING_PAUSE_MS = 150;

/** The elements of the library's page. */
export interface LibraryParts {
  readonly filter: HTMLInputElement;
  readonly sort: HTMLSelectElement;
  readonly count: HTMLElement;
  readonly list: HTMLElement;
  readonly nothing: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly bar: HTMLElement;
}

/**
 * Shows the list of papers, for the address's query and order at first. It follows what is typed into `filter` and chosen
 * in `sort`, keeps the address in step, and goes on at `more`.
 */
export async function showLibrary(page: LibraryParts): Promise<void> {
  const { filter, sort, count, list, nothing, more } = page;
  const chosen = createChosenBar(page, createChosenPapers(tabStorage()));
  let loading = new AbortController();
  let nextCursor: string | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const show = async (cursor?: string): Promise<void> => {
    clearTimeout(typing);
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    const query = filter.value.trim();
    nextCursor = undefined;
    try {
      const found = await fetchPapers({ query, sort: sortIn(sort), cursor }, signal);
      const rows = found.papers.map(paperRow);
      if (cursor === undefined) list.replaceChildren();
      list.append(...rows);
      chosen.show();
      count.textContent = countWords(query, found.total);
      nothing.hidden = found.total > 0;
      nothing.replaceChildren(...(found.total > 0 ? [] : nothingFound(query, showAll)));
      // Who asked for more goes on where more begins, also where the button is gone.
      if (cursor !== undefined) rows[0]?.querySelector("a")?.focus({ preventScroll: true });
      nextCursor = found.nextCursor;
      more.hidden = nextCursor === undefined;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof RequestError)) throw error;
      more.hidden = true;
      // A list that has changed meanwhile has no place to go on from: it is read from its beginning.
      count.replaceChildren(trouble(error.message, () => void show()));
    }
  };
  const showAll = () => {
    filter.value = "";
    filter.focus();
    follow();
  };
  const follow = () => {
    const query = filter.value.trim();
    offerSorts(sort, query);
    const order = sortIn(sort);
    const address = { query, sort: order === usualSort(query) ? undefined : order };
    history.replaceState(null, "", writeLibraryAddress(address));
    void show();
  };
  filter.addEventListener("input", () => {
    clearTimeout(typing);
    more.hidden = true;
    typing = setTimeout(follow, TYPING_PAUSE_MS);
  });
  sort.addEventListener("change", follow);
  more.addEventListener("click", () => {
    if (nextCursor !== undefined) void show(nextCursor);
  });

  const asked = readLibraryAddress(location.search);
  filter.value = asked.query;
  offerSorts(sort, asked.query);
  sort.value = asked.sort ?? usualSort(asked.query);
  await show();
}

function sortIn(select: HTMLSelectElement) {
  return SORTS.find((name) => name === select.value);
}

/** Best first is offered where there is a query, and is its usual order; without one it is by title. */
function offerSorts(select: HTMLSelectElement, query: string): void {
  const relevance = select.namedItem("relevance") ?? select.querySelector("[value=relevance]");
  if (!(relevance instanceof HTMLOptionElement)) return;
  const wasOffered = !relevance.hidden;
  relevance.hidden = relevance.disabled = query === "";
  if (wasOffered === relevance.hidden) select.value = usualSort(query);
}
