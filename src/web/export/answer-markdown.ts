import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { answerTextMarkdown } from "./answer-text-markdown.ts";
import { endingMarkdown, refusalMarkdown } from "./outcome-markdown.ts";
import { questionMarkdown } from "./question-markdown.ts";
import { referenceWords } from "./reference-words.ts";
import { sourcesMarkdown } from "./sources-markdown.ts";

/**
 * A question with its answer as Markdown that reads the same everywhere: the markers stay numbers, and a list at the end
 * names each number's paper and the quotes behind it, with what is doubtful about them in words. Links to the page's own
 * paths lead to `origin`.
 */
export function answerMarkdown(asked: AskedQuestion, origin: string): string {
  const { answer } = asked;
  const parts = [
    ...questionMarkdown(asked),
    ...refusalMarkdown(answer),
    answerTextMarkdown(answer, {
      origin,
      citation: (numbers) => numbers.map((number) => `[${number}]`).join(""),
    }),
    ...endingMarkdown(answer),
    ...sourcesMarkdown(answer, (source) => `[${source.number}] ${referenceWords(source, origin)}`),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
