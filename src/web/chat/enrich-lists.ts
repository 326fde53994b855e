import { newTabLink, paperPage } from "../page/paper-links.ts";
import type { AnswerOutcome, NearPaper } from "../stream/answer-part.ts";
import { askButton } from "./ask-button.ts";

/**
 * Makes the lists that a finished answer's text offers usable in place: the title of a near paper becomes a link with a
 * question to ask, a question in a `help` answer a button. Gives the near papers that the text does not list.
 */
export function enrichLists(text: HTMLElement, outcome: AnswerOutcome): readonly NearPaper[] {
  const listed = new Set<NearPaper>();
  for (const item of text.querySelectorAll("li")) {
    const words = item.textContent.trim();
    const paper = outcome.nearest.find(({ title }) => title === words);
    if (paper) {
      listed.add(paper);
      item.replaceChildren(...nearPaper(paper));
    } else if (outcome.kind === "help" && words.endsWith("?")) {
      item.replaceChildren(askButton(words));
    }
  }
  return outcome.nearest.filter((paper) => !listed.has(paper));
}

/** A near paper's title, leading to its page, and a question about it to ask with one click. */
export function nearPaper({ paperId, title }: NearPaper): readonly Node[] {
  const question = `What does “${title}” show?`;
  return [
    newTabLink(paperPage(paperId), title, "near-title"),
    askButton(question, { text: "Ask what it shows", label: `Ask what it shows: “${title}”` }),
  ];
}
