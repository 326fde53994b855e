import { element } from "../page/element.ts";
import { newTabLink, outsideHost, paperPage } from "../page/paper-links.ts";
import { passageText } from "../page/passage-text.ts";
import { quotedPassages } from "../page/quoted-passage.ts";
import type { Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";

/** Characters of the abstract shown on either side of a quote: about one line and a half of the panel. */
const AROUND_QUOTE = 90;

/** The papers that an answer cites, in citation order, each with its quotes in place; nothing where it cites none. */
export function sourcesView({ sources, citations }: AnswerState): DocumentFragment {
  const view = document.createDocumentFragment();
  if (sources.length === 0) return view;
  const items = sources.map((source) =>
    sourceItem(
      source,
      citations.filter(({ number }) => number === source.number),
    ),
  );
  view.append(
    element("h3", { class: "sources-title" }, "Sources"),
    element("ol", { class: "source-list" }, ...items),
  );
  return view;
}

function sourceItem(source: Source, citations: AnswerState["citations"]): HTMLElement {
  const { number, title, passages } = source;
  const excerpts = quotedPassages(citations, passages, AROUND_QUOTE).map(passageText);
  return element(
    "li",
    { class: "source", "data-number": String(number) },
    element("span", { class: "source-number", "aria-hidden": "true" }, String(number)),
    element("div", { class: "source-body" }, sourceTitle(source, title), ...excerpts, ...outsideLink(source)),
  );
}

function sourceTitle({ paperId, url }: Source, title: string): HTMLElement {
  return element("p", { class: "source-title" }, newTabLink(paperId ? paperPage(paperId) : url, title));
}

function outsideLink({ paperId, url }: Source): Node[] {
  const host = paperId && outsideHost(url, location.host);
  return host ? [element("p", { class: "source-elsewhere" }, newTabLink(url, `Read it at ${host}`))] : [];
}
