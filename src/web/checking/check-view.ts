import { element } from "../page/element.ts";
import { newTabLink, paperPage } from "../page/paper-links.ts";
import { passageText } from "../page/passage-text.ts";
import type { Check, CheckEvidence } from "./read-check.ts";

const VERDICTS: Readonly<Record<Check["verdict"], string>> = {
  supported: "Borne out",
  contradicted: "Contradicted",
  "not-stated": "Not stated",
};

const MEANINGS: Readonly<Record<Check["verdict"], string>> = {
  supported: "As far as words, figures and likeness tell, these sentences say it.",
  contradicted: "As far as words, figures and likeness tell, these sentences say otherwise.",
  "not-stated": "No sentence was found that says this, or the opposite.",
};

/** Sentences shown: those behind them say less. */
const EVIDENCE_SHOWN = 3;

/** What a check found: the verdict in words, what speaks against the sentence, and the sentences that it rests on. */
export function checkView(claim: string, { verdict, evidence, reasons }: Check): readonly Node[] {
  const shown = evidence.slice(0, EVIDENCE_SHOWN);
  const next =
    verdict === "not-stated"
      ? shown.length > 0
        ? " These come closest."
        : ""
      : " Read them before you rely on it.";
  return [
    element("p", { class: "checked-claim" }, `“${claim}”`),
    element("h3", { class: "check-verdict", "data-verdict": verdict }, VERDICTS[verdict]),
    element("p", { class: "note" }, `${MEANINGS[verdict]}${next}`),
    ...(reasons.length > 0
      ? [element("ul", { class: "reasons" }, ...reasons.map((reason) => element("li", {}, reason)))]
      : []),
    element("ul", { class: "check-evidence" }, ...shown.map(evidenceRow)),
  ];
}

function evidenceRow({ paperId, title, ...quote }: CheckEvidence): HTMLElement {
  const name = paperId ? newTabLink(paperPage(paperId, quote), title) : title;
  const text = passageText([{ text: quote.quote, isQuote: true }]);
  return element("li", {}, element("p", { class: "source-title" }, name), text);
}
