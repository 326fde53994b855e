import { fetchPaper } from "./library/fetch-paper.ts";
import { paperView } from "./library/paper-view.ts";
import { trouble } from "./library/trouble.ts";
import { createAnnouncer } from "./page/announcer.ts";
import { element } from "./page/element.ts";
import { findElement } from "./page/find-element.ts";
import { RequestError } from "./stream/request-error.ts";

const main = findElement("#paper", HTMLElement);
const say = createAnnouncer(findElement("#announcer", HTMLElement));

async function show(): Promise<void> {
  try {
    const { signal } = new AbortController();
    const paper = await fetchPaper(paperIdOf(location.pathname), signal);
    document.title = `${paper.title} · Footnote`;
    main.replaceChildren(...paperView(paper, location.hash, say));
    main.querySelector("mark")?.scrollIntoView({ block: "center" });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const title = element("h1", {}, "This paper can’t be shown");
    say(error.message);
    main.replaceChildren(
      title,
      trouble(error.message, () => void show()),
      element("p", {}, element("a", { href: "/papers" }, "All papers")),
    );
  }
}

/** A path that isn't well encoded is taken as it stands: there is no such paper, and the server says so. */
function paperIdOf(path: string): string {
  const written = path.slice("/papers/".length);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

await show();
