import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import type { Relation } from "./answer-parts.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { nameOf } from "./name-paper.ts";
import { closedQuote, quoteOf } from "./quote-evidence.ts";

/**
 * The draft of an answer without a model: the evidence in quotation marks, each quote with the marker of its number. One
 * paper gets a paragraph; several get a line that says so and a bullet each. Evidence comes grouped by paper, best paper
 * and best sentence first; what a quote leaves out of its sentence is marked by an ellipsis. Only what follows a sentence
 * tells that it is complete, so each piece ends with the beginning of the next sentence.
 */
export async function* writeQuotes(
  evidence: readonly Evidence[],
  {
    relation = "together",
    missing = [],
  }: { readonly relation?: Relation; readonly missing?: readonly string[] } = {},
): AsyncGenerator<string> {
  const byPaper = Map.groupBy(
    evidence.map((item, position) => ({ ...item, number: position + 1 })),
    (item) => item.paper.paperId,
  );
  const bullet = byPaper.size > 1 ? "- " : "";
  const sentences = [...byPaper.values()].flatMap((quotes) =>
    quotes.map(
      (quote, position): Sentence =>
        position === 0
          ? { opening: "\n", rest: `${bullet}${leadOf(quote.paper)} ${quoteOf(quote, quote.number)}` }
          : { opening: " “", rest: closedQuote(quote, quote.number) },
    ),
  );
  if (byPaper.size > 1) yield `${introduction(byPaper.size, relation)}\n\n`;
  for (const [position, { rest }] of sentences.entries()) {
    yield rest + (sentences[position + 1]?.opening ?? "");
  }
  if (missing.length > 0)
    yield `\n\nNot stated there: ${missing.map((part) => `“${escapeMarkdown(part)}”`).join(", ")}.`;
}

interface Sentence {
  /** What sets it off from the sentence before; the first goes without. */
  readonly opening: string;
  readonly rest: string;
}

const COUNTS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

function introduction(paperCount: number, relation: Relation): string {
  return relation === "rivals"
    ? "No paper here stands out; these come closest:"
    : `${COUNTS[paperCount] ?? paperCount} papers here speak to this:`;
}

/** In bold, with the colon that leads over to its quotes. */
function leadOf(paper: Paper): string {
  const name = escapeMarkdown(nameOf(paper));
  return `**${name}**${/[.!?]$/u.test(name) ? "" : ":"}`;
}
