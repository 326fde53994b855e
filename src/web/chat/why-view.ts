import { element } from "../page/element.ts";
import type { ExplanationRow, PaperExplanation } from "./explain-paper.ts";

/** Below a source, closed until the reader opens it: why this paper was found. `title` tells it from other papers'. */
export function whyView({ summary, rows }: PaperExplanation, title: string): HTMLElement {
  const heads = ["What was compared", "Rank", "Score"].map((head) => element("th", { scope: "col" }, head));
  return element(
    "details",
    { class: "why" },
    element("summary", {}, "Why this paper?", element("span", { class: "visually-hidden" }, ` ${title}`)),
    element("p", {}, summary),
    element(
      "table",
      {},
      element("caption", { class: "visually-hidden" }, "What each step of the search made of it"),
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows.map(tableRow)),
    ),
    element("p", {}, NOTE),
  );
}

const NOTE =
  "Ranks count from the best paper that a step looked at. Each step has its own scale: compare a score with other papers’ in the same row only.";

function tableRow({ name, meaning, rank, score }: ExplanationRow): HTMLElement {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name, element("span", { class: "why-meaning" }, meaning)),
    element("td", {}, rank),
    element("td", {}, score),
  );
}
