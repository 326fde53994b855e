import { counted } from "../page/counted.ts";

/** Papers that can be asked together: an address that holds more gets too long for some browsers and proxies. */
export const MOST_CHOSEN = 50;

const KEY = "footnote-chosen-papers";

/** The papers that a reader has chosen, by id, in the order of choosing. */
export interface ChosenPapers {
  readonly ids: readonly string[];
  /** False where there is no room for one more. */
  add(paperId: string): boolean;
  remove(paperId: string): void;
  clear(): void;
}

/** Kept while the tab is open, so that a look at a paper loses no choice. */
export function createChosenPapers(storage: Storage | undefined): ChosenPapers {
  let ids = stored(storage);
  const set = (next: readonly string[]) => {
    ids = next;
    try {
      storage?.setItem(KEY, JSON.stringify(ids));
    } catch {
      // Without room the choice lives as long as the page.
    }
  };
  return {
    get ids() {
      return ids;
    },
    add: (paperId) => {
      if (ids.includes(paperId)) return true;
      if (ids.length >= MOST_CHOSEN) return false;
      set([...ids, paperId]);
      return true;
    },
    remove: (paperId) => set(ids.filter((id) => id !== paperId)),
    clear: () => set([]),
  };
}

/** The tab's own storage; undefined where the browser keeps it from pages. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

function stored(storage: Storage | undefined): readonly string[] {
  try {
    const ids: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, MOST_CHOSEN) : [];
  } catch {
    return [];
  }
}

/** The address of the chat page with questions limited to these papers. */
export function askOnly(paperIds: readonly string[]): string {
  const parameters = new URLSearchParams();
  for (const paperId of paperIds) parameters.append("paper", paperId);
  return `/?${parameters}`;
}

/** How many papers are chosen, in words. */
export function chosenWords(count: number): string {
  return `${counted(count, "paper")} chosen`;
}
