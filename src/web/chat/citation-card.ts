import { renderMath } from "../math/render-math.ts";
import { paperDate } from "../page/date-words.ts";
import { element } from "../page/element.ts";
import { newTabLink, outsideHost, paperPage } from "../page/paper-links.ts";
import { passageText } from "../page/passage-text.ts";
import { firstWords, quotedPassages } from "../page/quoted-passage.ts";
import type { Citation, Source } from "../stream/answer-part.ts";
import { UNCHECKED_WORDS, VERDICT_WORDS } from "./verdict-words.ts";

/** Characters of the passage shown on either side of the quote: some four lines of the card, in a narrow window as in a wide one. */
const AROUND_QUOTE = { wide: 320, narrow: 130 } as const;

/** Pixels of a window in which the card has the width that it is made for. */
const WIDE_WINDOW = 640;

/** One card is open at a time. */
export const CARD_ID = "citation-card";

/**
 * What stands behind a marker: the quote marked in its passage, the paper with its date, and the verdict in words. Without a citation,
 * because the sentence is unfinished, the passage that retrieval found.
 */
export function citationCard(source: Source, citation: Citation | undefined): HTMLElement {
  const { number, title, paperId, url } = source;
  const titleId = "citation-title";
  const host = outsideHost(url, location.host);
  const links = [
    ...(paperId ? [newTabLink(paperPage(paperId, citation), "Read it in the abstract")] : []),
    ...(host ? [newTabLink(url, `Open at ${host}`)] : []),
  ];
  const date = paperDate(source);
  const card = element(
    "div",
    { class: "card", id: CARD_ID, role: "dialog", "aria-labelledby": titleId, tabindex: "-1" },
    element(
      "div",
      { class: "card-head" },
      element("span", { class: "source-number", "aria-hidden": "true" }, String(number)),
      element(
        "div",
        { class: "card-paper" },
        element(
          "p",
          { class: "card-title", id: titleId },
          newTabLink(paperId ? paperPage(paperId, citation) : url, title),
        ),
        ...(date ? [element("p", { class: "paper-date" }, date)] : []),
      ),
      element("button", { type: "button", class: "card-close", "aria-label": "Close citation" }, "×"),
    ),
    ...passages(source, citation),
    element("p", { class: "verdict", "data-verdict": citation?.verdict }, verdictWords(citation)),
    ...reasonList(citation?.reasons ?? []),
    ...(links.length > 0 ? [element("p", { class: "card-links" }, ...links)] : []),
  );
  void renderMath(card);
  return card;
}

function passages({ passages }: Source, citation: Citation | undefined): readonly Node[] {
  const around = window.innerWidth < WIDE_WINDOW ? AROUND_QUOTE.narrow : AROUND_QUOTE.wide;
  if (citation) return quotedPassages([citation], passages, around).map(passageText);
  const best = passages[0];
  return best ? [passageText([{ text: firstWords(best.text, 2 * around), isQuote: false }])] : [];
}

function verdictWords(citation: Citation | undefined): string {
  return citation ? VERDICT_WORDS[citation.verdict] : UNCHECKED_WORDS;
}

function reasonList(reasons: readonly string[]): readonly Node[] {
  if (reasons.length === 0) return [];
  return [element("ul", { class: "reasons" }, ...reasons.map((reason) => element("li", {}, reason)))];
}
