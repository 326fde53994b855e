import type { Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { answerTextMarkdown } from "./answer-text-markdown.ts";
import { endingMarkdown, refusalMarkdown } from "./outcome-markdown.ts";
import { linkMarkdown, plainMarkdown } from "./plain-markdown.ts";
import { referenceWords } from "./reference-words.ts";

/**
 * A conversation as Markdown for pandoc: the markers are citations of `references.bib`, whose keys are the papers' ids,
 * and a list at the end names each paper once.
 */
export function conversationMarkdown(
  title: string,
  turns: readonly { readonly question: string; readonly answer: AnswerState }[],
): string {
  const head = ["---", `title: ${JSON.stringify(title)}`, "bibliography: references.bib", "---"].join("\n");
  const parts = [
    head,
    ...turns.flatMap(({ question, answer }) => turnMarkdown(question, answer)),
    ...references(turns.flatMap(({ answer }) => answer.sources)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function turnMarkdown(question: string, answer: AnswerState): readonly string[] {
  const text = answerTextMarkdown(answer, (numbers) => citation(numbers, answer.sources));
  return [`# ${plainMarkdown(question)}`, ...refusalMarkdown(answer), text, ...endingMarkdown(answer)];
}

/** A paper without an id here has no key: its address stands for it. */
function citation(numbers: readonly number[], sources: readonly Source[]): string {
  const cited = [...new Set(numbers)].flatMap(
    (number) => sources.find((source) => source.number === number) ?? [],
  );
  const keys = cited.flatMap(({ paperId }) => (paperId === undefined ? [] : [key(paperId)]));
  const addresses = cited.flatMap(({ paperId, url }) =>
    paperId === undefined ? [`(${linkMarkdown(url)})`] : [],
  );
  return [...(keys.length > 0 ? [`[${keys.join("; ")}]`] : []), ...addresses].join(" ");
}

/** A key with other signs than pandoc takes at once stands in braces. */
function key(paperId: string): string {
  return /^\w+(?:[-.:/]\w+)*$/.test(paperId) ? `@${paperId}` : `@{${paperId.replace(/[{}\s]/g, "")}}`;
}

function references(sources: readonly Source[]): readonly string[] {
  const byId = new Map(sources.flatMap((source) => (source.paperId ? [[source.paperId, source]] : [])));
  if (byId.size === 0) return [];
  const items = [...byId].map(([paperId, source]) => `- [${key(paperId)}]: ${referenceWords(source)}`);
  return ["# References", items.join("\n")];
}
