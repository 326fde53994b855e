import { element } from "../page/element.ts";
import { newTabLink, outsideHost, paperPage } from "../page/paper-links.ts";
import { passageText } from "../page/passage-text.ts";
import { quotedPassages } from "../page/quoted-passage.ts";
import type { ExplainedPaper, Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { explainPaper } from "./explain-paper.ts";
import { whyView } from "./why-view.ts";

/** Characters of the abstract shown on either side of a quote: about one line and a half of the panel. */
const AROUND_QUOTE = 90;

/**
 * The papers that an answer cites, in citation order, each with its quotes in place and, once the answer has ended, why
 * it was found; nothing where it cites none.
 */
export function sourcesView({ sources, citations, metadata }: AnswerState): DocumentFragment {
  const view = document.createDocumentFragment();
  if (sources.length === 0) return view;
  const items = sources.map((source) =>
    sourceItem(
      source,
      citations.filter(({ number }) => number === source.number),
      metadata?.explained ?? [],
    ),
  );
  view.append(
    element("h3", { class: "sources-title" }, "Sources"),
    element("ol", { class: "source-list" }, ...items),
  );
  return view;
}

function sourceItem(
  source: Source,
  citations: AnswerState["citations"],
  explained: readonly ExplainedPaper[],
): HTMLElement {
  const { number, title, passages, paperId } = source;
  const explanation = explainPaper(paperId, explained);
  const excerpts = quotedPassages(citations, passages, AROUND_QUOTE).map(passageText);
  return element(
    "li",
    { class: "source", "data-number": String(number) },
    element("span", { class: "source-number", "aria-hidden": "true" }, String(number)),
    element(
      "div",
      { class: "source-body" },
      sourceTitle(source, title),
      ...excerpts,
      ...outsideLink(source),
      ...(explanation ? [whyView(explanation, title)] : []),
    ),
  );
}

function sourceTitle({ paperId, url }: Source, title: string): HTMLElement {
  return element("p", { class: "source-title" }, newTabLink(paperId ? paperPage(paperId) : url, title));
}

function outsideLink({ paperId, url }: Source): Node[] {
  const host = paperId && outsideHost(url, location.host);
  return host ? [element("p", { class: "source-elsewhere" }, newTabLink(url, `Read it at ${host}`))] : [];
}
