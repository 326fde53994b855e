import { readPaper } from "./library/library-paper.ts";
import { paperView } from "./library/paper-view.ts";
import { trouble } from "./library/trouble.ts";
import { element } from "./page/element.ts";
import { findElement } from "./page/find-element.ts";
import { fetchChecked } from "./stream/fetch-checked.ts";
import { RequestError } from "./stream/request-error.ts";

const main = findElement("#paper", HTMLElement);

async function show(): Promise<void> {
  try {
    const { signal } = new AbortController();
    const response = await fetchChecked(`/api${location.pathname}`, { signal });
    const paper = readPaper(await response.json());
    if (!paper) throw new RequestError("The server sent something that isn't a paper. Try again.");
    document.title = `${paper.title} · Footnote`;
    main.replaceChildren(...paperView(paper, location.hash));
    main.querySelector("mark")?.scrollIntoView({ block: "center" });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const title = element("h1", {}, "This paper can’t be shown");
    main.replaceChildren(
      title,
      trouble(error.message, () => void show()),
    );
  }
}

await show();
