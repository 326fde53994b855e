import { answerMarkdown } from "../export/answer-markdown.ts";
import { fetchReference } from "../export/fetch-reference.ts";
import { fetchReferences } from "../export/fetch-references.ts";
import { copyFromButton } from "../page/copy-from-button.ts";
import type { AskedQuestion } from "../stream/conversation-messages.ts";

/** What copying needs to know of a turn, and where it says what came of it. */
export interface CopyingParts {
  readonly find: (turn: Element) => AskedQuestion | undefined;
  readonly announce: (words: string) => void;
}

/** Copies what a button with `data-copy` names: an answer as Markdown, or how to refer to a source, or to all of them. */
export function listenForCopying(conversation: HTMLElement, { find, announce }: CopyingParts): void {
  conversation.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-copy]") : null;
    const turn = button?.closest(".turn");
    const asked = turn && find(turn);
    if (button && asked) void copyFromButton(button, { ...whatToCopy(button, asked), say: announce });
  });
}

function whatToCopy({ dataset }: HTMLElement, asked: AskedQuestion) {
  const paperId = dataset["paper"] ?? "";
  switch (dataset["copy"]) {
    case "bibtex":
      return { name: "BibTeX", text: () => fetchReference(paperId, "bibtex") };
    case "reference":
      return { name: "Reference", text: () => fetchReference(paperId, "text") };
    case "all-bibtex":
      return { name: "BibTeX", text: () => fetchReferences([asked]) };
    default:
      return { name: "Answer", text: async () => answerMarkdown(asked, location.origin) };
  }
}
