import { renderMath } from "../math/render-math.ts";
import { paperDate } from "../page/date-words.ts";
import { element } from "../page/element.ts";
import { newTabLink, outsideHost, paperPage } from "../page/paper-links.ts";
import { passageText } from "../page/passage-text.ts";
import { firstWords, quotedPassages } from "../page/quoted-passage.ts";
import type { Citation, Source } from "../stream/answer-part.ts";
import { UNCHECKED_WORDS, VERDICT_WORDS } from "./verdict-words.ts";

/**
 * Characters of the passage shown on either side of the quote, in a narrow window and in a wide one: some four lines of a
 * card that stays, two of one that is glanced at.
 */
const AROUND_QUOTE = { preview: { wide: 150, narrow: 60 }, pinned: { wide: 320, narrow: 130 } } as const;

/** Pixels of a window in which the card has the width that it is made for. */
const WIDE_WINDOW = 640;

/** One card is open at a time. */
export const CARD_ID = "citation-card";

/** A preview goes with the pointer and is a tooltip; a pinned card stays and is a dialog. */
export type CardState = "preview" | "pinned";

/**
 * What stands behind a marker: the paper with the verdict in words, the quote marked in its passage, and where to read on.
 * Without a citation, because the sentence is unfinished, the passage that retrieval found. The inside scrolls where the
 * card has not the room to be shown whole, by the arrow keys too once it has focus.
 */
export function citationCard(source: Source, citation: Citation | undefined, state: CardState): HTMLElement {
  const { number, title, paperId, url } = source;
  const titleId = "citation-title";
  const role = state === "pinned" ? "dialog" : "tooltip";
  const inside = element(
    "div",
    { class: "card-inside", id: CARD_ID, role, "aria-labelledby": titleId, tabindex: "-1" },
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
        element("p", { class: "verdict", "data-verdict": citation?.verdict }, verdictWords(citation)),
        ...reasonList(citation?.reasons ?? []),
      ),
      element("button", { type: "button", class: "card-close", "aria-label": "Close citation" }, "×"),
    ),
    ...passages(source, citation, AROUND_QUOTE[state]),
    ...foot(source, citation),
  );
  void renderMath(inside);
  return element("div", { class: "card" }, inside);
}

/** When the paper is from, and where to read on. */
function foot(source: Source, citation: Citation | undefined): readonly Node[] {
  const { paperId, url } = source;
  const date = paperDate(source);
  const host = outsideHost(url, location.host);
  const parts = [
    ...(date ? [element("span", { class: "paper-date" }, date)] : []),
    ...(paperId ? [newTabLink(paperPage(paperId, citation), "Read it in the abstract")] : []),
    ...(host ? [newTabLink(url, `Open at ${host}`)] : []),
  ];
  return parts.length > 0 ? [element("p", { class: "card-foot" }, ...parts)] : [];
}

function passages(
  { passages }: Source,
  citation: Citation | undefined,
  { wide, narrow }: { readonly wide: number; readonly narrow: number },
): readonly Node[] {
  const around = window.innerWidth < WIDE_WINDOW ? narrow : wide;
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
