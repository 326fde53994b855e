import { renderMath } from "../math/render-math.ts";
import { paperDate } from "../page/date-words.ts";
import { element } from "../page/element.ts";
import { newTabLink, outsideHost, paperPage } from "../page/paper-links.ts";
import { passageText } from "../page/passage-text.ts";
import { quotedPassages } from "../page/quoted-passage.ts";
import type { ExplainedPaper, Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { copyAllButton, copyButtons } from "./copy-buttons.ts";
import { explainPaper } from "./explain-paper.ts";
import { wholeAbstract } from "./whole-abstract.ts";
import { whyView } from "./why-view.ts";

/** Characters of the abstract shown on either side of a quote: about one line and a half of the panel. */
const AROUND_QUOTE = 90;

/**
 * The papers that an answer cites, in citation order, each with its quotes in place and, once the answer has ended, its
 * whole abstract, why it was found and ways to refer to it; nothing where it cites none.
 */
export function sourcesView(state: AnswerState): DocumentFragment {
  const view = document.createDocumentFragment();
  const citations = settledCitations(state);
  const isRunning = state.phase === "running";
  const sources = state.sources.filter(
    ({ number }) => !isRunning || citations.some((citation) => citation.number === number),
  );
  if (sources.length === 0) return view;
  const items = sources.map((source) => {
    const own = citations.filter(({ number }) => number === source.number);
    return sourceItem(
      source,
      own,
      isRunning ? [] : sourceTools(source, own, state.metadata?.explained ?? []),
    );
  });
  view.append(
    element("h3", { class: "sources-title" }, "Sources"),
    element("ol", { class: "source-list" }, ...items),
    ...(isRunning ? [] : copyAllButton(sources)),
  );
  return view;
}

/**
 * While an answer grows, a source is shown with the quotes that it had when the next one came: a quote more would push those
 * below it away from the reader's eyes.
 */
function settledCitations({ phase, citations }: AnswerState): AnswerState["citations"] {
  if (phase !== "running") return citations;
  return citations.filter(({ number }, place) =>
    citations.slice(0, place).every((earlier) => earlier.number <= number),
  );
}

function sourceTools(
  source: Source,
  citations: AnswerState["citations"],
  explained: readonly ExplainedPaper[],
): readonly Node[] {
  const abstract = wholeAbstract(source, citations);
  const explanation = explainPaper(source.paperId, explained);
  return [
    ...(abstract ? [abstract] : []),
    ...(explanation ? [whyView(explanation, source.title)] : []),
    ...copyButtons(source),
  ];
}

function sourceItem(
  source: Source,
  citations: AnswerState["citations"],
  tools: readonly Node[],
): HTMLElement {
  const { number, title, passages } = source;
  const date = paperDate(source);
  const excerpts = quotedPassages(citations, passages, AROUND_QUOTE).map(passageText);
  const item = element(
    "li",
    { class: "source", "data-number": String(number) },
    element("span", { class: "source-number", "aria-hidden": "true" }, String(number)),
    element(
      "div",
      { class: "source-body" },
      sourceTitle(source, title),
      ...(date ? [element("p", { class: "paper-date" }, date)] : []),
      element("div", {}, ...excerpts),
      ...outsideLink(source),
      ...tools,
    ),
  );
  void renderMath(item);
  return item;
}

function sourceTitle({ paperId, url }: Source, title: string): HTMLElement {
  return element("p", { class: "source-title" }, newTabLink(paperId ? paperPage(paperId) : url, title));
}

function outsideLink({ paperId, url }: Source): Node[] {
  const host = paperId && outsideHost(url, location.host);
  return host ? [element("p", { class: "source-elsewhere" }, newTabLink(url, `Read it at ${host}`))] : [];
}
