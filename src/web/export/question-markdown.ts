import { limitWords } from "../limit/limit-words.ts";
import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { plainMarkdown } from "./plain-markdown.ts";

/** A question as the heading above its answer, and what it was limited to. */
export function questionMarkdown({ question, filter }: AskedQuestion): readonly string[] {
  return [
    `# ${plainMarkdown(question)}`,
    ...(filter ? [`*Asked of ${plainMarkdown(limitWords(filter))} only*`] : []),
  ];
}
