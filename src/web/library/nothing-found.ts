import { element } from "../page/element.ts";

/** What a reader may try where nothing fits; `showAll` empties the search. */
export function nothingFound(query: string, showAll: () => void): readonly Node[] {
  if (query === "") {
    const command = element("code", {}, "npm run ingest -- page.txt");
    return [element("p", {}, "Add a saved page of papers in a terminal, with ", command, ".")];
  }
  const tries = [
    "fewer words, or more general ones",
    "another spelling",
    "a title, an arXiv id such as 2406.02528, or a paper’s address",
    "words in quotation marks, to find every paper that has just these",
  ];
  const button = element("button", { type: "button", class: "quiet-button" }, "Show all papers");
  button.addEventListener("click", showAll);
  return [
    element("p", {}, "No paper here fits that. You could try:"),
    element("ul", {}, ...tries.map((words) => element("li", {}, words))),
    button,
  ];
}
