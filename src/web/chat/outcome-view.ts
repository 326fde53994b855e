import { element } from "../page/element.ts";
import type { AnswerOutcome, NearPaper } from "../stream/answer-part.ts";
import { nearPaper } from "./enrich-lists.ts";

/** What a refusal is called, by its reason: help for the next question, not an error. */
const REFUSALS: Readonly<Record<string, string>> = {
  "not-stated": "Not stated in these papers",
  "no-evidence": "Not found in these papers",
  "out-of-scope": "Outside these papers",
  "empty-index": "No papers are loaded yet",
};

/** The line above an answer that found nothing; undefined where there is an answer. */
export function refusalTitle(outcome: AnswerOutcome | undefined): string | undefined {
  if (outcome?.kind !== "refused") return undefined;
  return REFUSALS[outcome.reason ?? ""] ?? "Not found in these papers";
}

/** What an answer leaves open: the parts that no paper answers, and near papers that its text doesn't list itself. */
export function outcomeView(missing: readonly string[], unlisted: readonly NearPaper[]): readonly Node[] {
  return [
    ...(missing.length > 0
      ? [
          titledList(
            "missing",
            "What these papers don't answer",
            missing.map((part) => [part]),
          ),
        ]
      : []),
    ...(unlisted.length > 0
      ? [titledList("nearest", "The papers that come closest", unlisted.map(nearPaper))]
      : []),
  ];
}

function titledList(
  name: string,
  title: string,
  items: readonly (readonly (Node | string)[])[],
): HTMLElement {
  const list = element("ul", {}, ...items.map((content) => element("li", {}, ...content)));
  return element("div", { class: name }, element("h3", {}, title), list);
}
