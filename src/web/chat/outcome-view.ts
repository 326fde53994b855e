import { element } from "../page/element.ts";
import type { NearPaper } from "../stream/answer-part.ts";
import { nearPaper } from "./enrich-lists.ts";

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
