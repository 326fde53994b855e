import { escapeMarkdown } from "./escape-markdown.ts";

/** What a greeting or a question about Footnote gets: what it does, on how many papers, and questions that it can answer. */
export function helpText(paperCount: number, model: string, examples: readonly string[]): string {
  const how =
    model === "quoting"
      ? "No chat model is configured, so I answer by quoting."
      : `Answers are written by ${escapeMarkdown(model)} from the quoted evidence.`;
  const about =
    `I am Footnote. I answer questions about the ${paperCount.toLocaleString("en")} papers in this collection, and every ` +
    `sentence about a paper carries a footnote to the exact place in its abstract. ${how}`;
  if (examples.length === 0) return about;
  return `${about}\n\nYou could ask:\n\n${examples.map((example) => `- ${escapeMarkdown(example)}`).join("\n")}`;
}
