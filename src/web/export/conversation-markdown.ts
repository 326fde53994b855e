import type { Source } from "../stream/answer-part.ts";
import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { absoluteAddress } from "./absolute-links.ts";
import { answerTextMarkdown } from "./answer-text-markdown.ts";
import { endingMarkdown, refusalMarkdown } from "./outcome-markdown.ts";
import { linkMarkdown } from "./plain-markdown.ts";
import { questionMarkdown } from "./question-markdown.ts";
import { titleSentence } from "./reference-words.ts";
import { sourcesMarkdown } from "./sources-markdown.ts";

/**
 * A conversation as Markdown for pandoc: the markers are citations of `references.bib`, whose keys are the papers' ids, and
 * pandoc puts its list of references at the end. Below each answer stand its papers' titles with their quotes, for who
 * reads it without pandoc and to look up what an answer stands on. Links to the page's own paths lead to `origin`.
 */
export function conversationMarkdown(title: string, turns: readonly AskedQuestion[], origin: string): string {
  const head = [
    "---",
    `title: ${JSON.stringify(title)}`,
    "bibliography: references.bib",
    "reference-section-title: References",
    "---",
  ].join("\n");
  const parts = [head, ...turns.flatMap((asked) => turnMarkdown(asked, origin))];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function turnMarkdown(asked: AskedQuestion, origin: string): readonly string[] {
  const { answer } = asked;
  return [
    ...questionMarkdown(asked),
    ...refusalMarkdown(answer),
    answerTextMarkdown(answer, {
      origin,
      citation: (numbers) => citation(numbers, answer.sources, origin),
    }),
    ...endingMarkdown(answer),
    ...sourcesMarkdown(answer, (source) =>
      [titleSentence(source), citation([source.number], [source], origin)].join(" ").trim(),
    ),
  ];
}

/** A paper without an id here has no key: its address stands for it. */
function citation(numbers: readonly number[], sources: readonly Source[], origin: string): string {
  const cited = [...new Set(numbers)].flatMap(
    (number) => sources.find((source) => source.number === number) ?? [],
  );
  const keys = cited.flatMap(({ paperId }) => (paperId === undefined ? [] : [key(paperId)]));
  const addresses = cited.flatMap(({ paperId, url }) =>
    paperId === undefined ? [`(${linkMarkdown(absoluteAddress(url, origin))})`] : [],
  );
  return [...(keys.length > 0 ? [`[${keys.join("; ")}]`] : []), ...addresses].join(" ");
}

/** A key with other signs than pandoc takes at once stands in braces. */
function key(paperId: string): string {
  return /^\w+(?:[-.:/]\w+)*$/.test(paperId) ? `@${paperId}` : `@{${paperId.replace(/[{}\s]/g, "")}}`;
}
