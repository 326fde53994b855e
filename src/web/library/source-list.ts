import { counted } from "../page/counted.ts";
import { element } from "../page/element.ts";
import { RequestError } from "../stream/request-error.ts";
import { fetchSources, type LibrarySource } from "./fetch-sources.ts";
import { troubleRow } from "./trouble.ts";

/** Lists the pages that the papers come from in `list`, once `details` is opened, each with a way to ask only it. */
export function showSources(details: HTMLDetailsElement, list: HTMLElement): void {
  let isShown = false;
  const show = async (): Promise<void> => {
    try {
      list.replaceChildren(...(await fetchSources()).map(sourceRow));
      isShown = true;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      list.replaceChildren(troubleRow(error.message, () => void show()));
    }
  };
  details.addEventListener("toggle", () => {
    if (details.open && !isShown) void show();
  });
}

function sourceRow({ name, papers }: LibrarySource): HTMLElement {
  const unseen = element("span", { class: "visually-hidden" }, `: ${name}`);
  const address = `/?${new URLSearchParams({ source: name })}`;
  return element(
    "li",
    {},
    element("span", { class: "source-name" }, name),
    element("span", { class: "row-details" }, counted(papers, "paper")),
    element("a", { href: address }, "Ask only this page", unseen),
  );
}
