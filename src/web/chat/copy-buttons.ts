import { element } from "../page/element.ts";
import type { Source } from "../stream/answer-part.ts";

/** Two ways to take a source along; what they copy is told to the listener by their data. */
export function copyButtons({ paperId, title }: Pick<Source, "paperId" | "title">): readonly Node[] {
  if (paperId === undefined) return [];
  return [
    element(
      "p",
      { class: "copying" },
      copyButton("Copy BibTeX", ` of ${title}`, { "data-copy": "bibtex", "data-paper": paperId }),
      copyButton("Copy reference", ` to ${title}`, { "data-copy": "reference", "data-paper": paperId }),
    ),
  ];
}

/** One way to take all sources along, where there are two or more. */
export function copyAllButton(sources: readonly Pick<Source, "paperId">[]): readonly Node[] {
  if (sources.filter(({ paperId }) => paperId !== undefined).length < 2) return [];
  const button = copyButton("Copy all as BibTeX", "", { "data-copy": "all-bibtex" });
  return [element("p", { class: "copying copying-all" }, button)];
}

function copyButton(
  words: string,
  unseen: string,
  attributes: Readonly<Record<string, string>>,
): HTMLElement {
  const label = element("span", { class: "visually-hidden" }, unseen);
  return element("button", { type: "button", ...attributes }, words, ...(unseen === "" ? [] : [label]));
}
