import { renderMath } from "../math/render-math.ts";
import { paperDate } from "../page/date-words.ts";
import { element } from "../page/element.ts";
import { newTabLink, outsideHost, paperPage } from "../page/paper-links.ts";
import { passageText } from "../page/passage-text.ts";
import { quotedPassages } from "../page/quoted-passage.ts";
import type { Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { copyAllButton, copyButtons } from "./copy-buttons.ts";
import { explainPaper, type PaperExplanation } from "./explain-paper.ts";
import { wholeAbstract } from "./whole-abstract.ts";
import { whyView } from "./why-view.ts";

/** Characters of the abstract shown on either side of a quote: about one line and a half of the panel. */
const AROUND_QUOTE = 90;

/**
 * The papers that an answer cites, in citation order, each with its quotes in place, its whole abstract, why it was found
 * and ways to refer to it, which styles hide until the answer has ended; nothing where it cites none. What is here of a
 * growing answer stays where it is: at the end nothing comes between.
 */
export function sourcesView(state: AnswerState): DocumentFragment {
  const view = document.createDocumentFragment();
  const isRunning = state.phase === "running";
  const cited = new Set(state.citations.map(({ number }) => number));
  const sources = state.sources.filter(({ number }) => !isRunning || cited.has(number));
  if (sources.length === 0) return view;
  const settled = new Set(settledCitations(state.citations));
  const items = sources.map((source) => {
    const own = state.citations.filter(({ number }) => number === source.number);
    const early = own.filter((citation) => settled.has(citation));
    const canUnfold = source.paperId !== undefined;
    const tools = [
      ...wholeAbstract(source, { quotes: own, unshown: distinctQuotes(own) - distinctQuotes(early) }),
      ...why(source, state),
      ...copyButtons(source),
    ];
    return sourceItem(source, isRunning || canUnfold ? early : own, tools);
  });
  view.append(
    element("h3", { class: "sources-title" }, "Sources"),
    element("ol", { class: "source-list" }, ...items),
    ...(isRunning ? [] : copyAllButton(sources)),
  );
  return view;
}

/**
 * A source is shown with the quotes that it had when the next one came: a quote more would push those below it away from
 * the reader's eyes. The others are in its whole abstract.
 */
function settledCitations(citations: AnswerState["citations"]): AnswerState["citations"] {
  let latest = 0;
  return citations.filter(({ number }) => {
    latest = Math.max(latest, number);
    return number === latest;
  });
}

/** A quote may stand behind several sentences. */
function distinctQuotes(citations: AnswerState["citations"]): number {
  return new Set(citations.map(({ quoteStart, quoteEnd }) => `${quoteStart}-${quoteEnd}`)).size;
}

/** Takes the room of an explanation that has not come yet. */
const TO_COME: PaperExplanation = { summary: "", rows: [] };

function why({ paperId, title }: Source, { phase, metadata }: AnswerState): readonly Node[] {
  const explanation =
    phase === "running" ? paperId && TO_COME : explainPaper(paperId, metadata?.explained ?? []);
  return explanation ? [whyView(explanation, title)] : [];
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
      ...(tools.length > 0 ? [element("div", { class: "source-tools" }, ...tools)] : []),
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
