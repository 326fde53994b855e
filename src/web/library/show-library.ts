import { RequestError } from "../stream/request-error.ts";
import { countWords, fetchPapers, paperRow } from "./paper-list.ts";
import { trouble } from "./trouble.ts";

/** A pause in typing after which the list follows. */
const TYPING_PAUSE_MS = 150;

/** Shows the list of papers, for the address's `query` at first; follows what is typed into `filter`, and goes on at `more`. */
export async function showLibrary(page: {
  readonly filter: HTMLInputElement;
  readonly count: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
}): Promise<void> {
  const { filter, count, list, more } = page;
  let loading = new AbortController();
  let nextCursor: string | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const show = async (cursor?: string): Promise<void> => {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    const query = filter.value.trim();
    try {
      const found = await fetchPapers({ query, cursor }, signal);
      if (cursor === undefined) list.replaceChildren();
      list.append(...found.papers.map(paperRow));
      count.textContent = countWords(query, found.total);
      nextCursor = found.nextCursor;
      more.hidden = nextCursor === undefined;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof RequestError)) throw error;
      more.hidden = true;
      count.replaceChildren(trouble(error.message, () => void show(cursor)));
    }
  };
  filter.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => void show(), TYPING_PAUSE_MS);
  });
  more.addEventListener("click", () => void show(nextCursor));
  filter.value = new URLSearchParams(location.search).get("query") ?? filter.value;
  await show();
}
