import { element } from "../page/element.ts";
import { newTabLink, outsideHost } from "../page/paper-links.ts";
import type { FoundOn, LibraryPaper } from "./library-paper.ts";
import { markedAbstract } from "./marked-abstract.ts";

/** Everything known about one paper; `hash` is the address's, which may name a quote to mark. */
export function paperView(paper: LibraryPaper, hash: string): readonly Node[] {
  const { title, authors, published, rawAbstract } = paper;
  const details = [authors.join(", "), published].filter((part) => part);
  return [
    element("h1", {}, title),
    ...(details.length > 0 ? [element("p", { class: "row-details" }, details.join(" · "))] : []),
    markedAbstract(paper.abstract, hash),
    actions(paper),
    element("h2", {}, "Where it was found"),
    element("ul", { class: "found-on" }, ...paper.foundOn.map(foundOnRow)),
    element(
      "details",
      { class: "raw-text" },
      element("summary", {}, "The text as it came"),
      element("p", {}, rawAbstract),
    ),
  ];
}

function actions({ paperId, url }: LibraryPaper): HTMLElement {
  const host = outsideHost(url, location.host);
  const ask = element(
    "a",
    { href: `/?paper=${encodeURIComponent(paperId)}`, class: "ask-about" },
    "Ask about this paper",
  );
  return element("p", { class: "paper-actions" }, ask, ...(host ? [newTabLink(url, `Open at ${host}`)] : []));
}

function foundOnRow({ name, featuredOn }: FoundOn): HTMLElement {
  return element("li", {}, name, ...(featuredOn ? [`, featured on ${featuredOn}`] : []));
}
