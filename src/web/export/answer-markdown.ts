import { VERDICT_WORDS } from "../chat/verdict-words.ts";
import type { Citation, Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { answerTextMarkdown } from "./answer-text-markdown.ts";
import { endingMarkdown, refusalMarkdown } from "./outcome-markdown.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { referenceWords } from "./reference-words.ts";

/**
 * A question with its answer as Markdown: the markers are footnotes, and each footnote names its paper and the quotes
 * behind it, with what is doubtful about them in words.
 */
export function answerMarkdown(question: string, answer: AnswerState): string {
  const text = answerTextMarkdown(answer, (numbers) => numbers.map((number) => `[^${number}]`).join(""));
  const footnotes = answer.sources.map((source) =>
    footnote(
      source,
      answer.citations.filter(({ number }) => number === source.number),
    ),
  );
  const parts = [
    `# ${plainMarkdown(question)}`,
    ...refusalMarkdown(answer),
    text,
    ...footnotes,
    ...endingMarkdown(answer),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** What belongs to a footnote is indented by four blanks. */
function footnote(source: Source, citations: readonly Citation[]): string {
  const quotes = citations.map(({ quote, verdict }) => {
    const doubt = verdict === "supported" ? "" : ` (${VERDICT_WORDS[verdict]})`;
    return `    “${plainMarkdown(quote)}”${doubt}`;
  });
  return [`[^${source.number}]: ${referenceWords(source)}`, ...new Set(quotes)].join("\n\n");
}
