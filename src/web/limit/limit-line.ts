import type { PaperFilter } from "../../domain/question.ts";
import { element } from "../page/element.ts";
import { newTabLink, paperPage } from "../page/paper-links.ts";
import { limitWords } from "./limit-words.ts";
import { paperTitle } from "./paper-title.ts";

/** What questions are limited to, shown as a line above the question box. */
export interface Limit {
  /** Undefined where questions go to all papers. */
  readonly filter: PaperFilter | undefined;
  set(filter: PaperFilter | undefined): void;
}

/** Titles that fit into the line; more papers are counted. */
const TITLES_SHOWN = 2;

/** A limit shown in `line`, none at first. `change` hears each time that it is set, `remove` when the reader takes it away. */
export function createLimit(
  line: HTMLElement,
  on: { change(filter: PaperFilter | undefined): void; remove(): void },
): Limit {
  let filter: PaperFilter | undefined;
  const change = element(
    "button",
    { type: "button", class: "quiet-button", "data-opens": "limits" },
    "Change",
  );
  const removal = element("button", { type: "button", class: "quiet-button" }, "Ask all papers");

  const set = (next: PaperFilter | undefined) => {
    filter = next;
    line.hidden = next === undefined;
    line.replaceChildren();
    if (next) {
      line.append(
        element("p", {}, `Only ${limitWords(next)}`),
        element("div", { class: "above-actions" }, change, removal),
      );
      void namePapers(line, next, () => filter === next);
    }
    on.change(next);
  };
  removal.addEventListener("click", () => {
    set(undefined);
    on.remove();
  });
  return {
    get filter() {
      return filter;
    },
    set,
  };
}

/** Puts the papers' titles in the place of their number, where there are few. */
async function namePapers(
  line: HTMLElement,
  { paperIds = [], sources = [] }: PaperFilter,
  isCurrent: () => boolean,
): Promise<void> {
  if (paperIds.length === 0 || paperIds.length > TITLES_SHOWN || sources.length > 0) return;
  const titles = await Promise.all(paperIds.map(paperTitle));
  if (!isCurrent()) return;
  const links = paperIds.map((paperId, index) => newTabLink(paperPage(paperId), titles[index] ?? paperId));
  const words = links.flatMap((link, index) => [index === 0 ? "Only " : " and ", link]);
  line.firstChild?.replaceWith(element("p", {}, ...words));
}
