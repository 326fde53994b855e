import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Quotes of one paper stop before their text grows past this many characters; the first always stands. */
const CHARACTERS_FOR_ONE_PAPER = 600;

/** A further quote must score at least this share of the paper's best. */
const LEAST_SHARE_OF_BEST = 0.55;

/**
 * The draft of an answer without a model: the evidence in quotation marks, each quote with the marker of its number. One
 * paper gets a paragraph, several get a bullet each. Evidence comes grouped by paper, best paper and best sentence first.
 * Only what follows a sentence tells that it is complete, so each piece ends with the beginning of the next sentence.
 */
export async function* writeQuotes(evidence: readonly Evidence[]): AsyncGenerator<string> {
  const byPaper = Map.groupBy(
    evidence.map((item, position) => ({ ...item, number: position + 1 })),
    (item) => item.paper.paperId,
  );
  const bullet = byPaper.size > 1 ? "- " : "";
  const sentences = [...byPaper.values()].flatMap((quotes) =>
    worthQuoting(quotes).map(
      (quote, position): Sentence =>
        position === 0
          ? { opening: "\n", rest: `${bullet}${introduction(quote.paper)} “${closedQuote(quote)}` }
          : { opening: " “", rest: closedQuote(quote) },
    ),
  );
  for (const [position, { rest }] of sentences.entries()) {
    yield rest + (sentences[position + 1]?.opening ?? "");
  }
}

interface Sentence {
  /** What sets it off from the sentence before; the first goes without. */
  readonly opening: string;
  readonly rest: string;
}

function introduction(paper: Paper): string {
  const title = escapeMarkdown(paper.title);
  return `**${title}**${/[.!?]$/u.test(title) ? "" : ":"}`;
}

interface NumberedEvidence extends Evidence {
  readonly number: number;
}

function worthQuoting(quotes: readonly NumberedEvidence[]): readonly NumberedEvidence[] {
  const least = (quotes[0]?.score ?? 0) * LEAST_SHARE_OF_BEST;
  let characters = 0;
  return quotes.filter((item, position) => {
    if (position > 0 && (item.score < least || characters + item.quote.length > CHARACTERS_FOR_ONE_PAPER))
      return false;
    characters += item.quote.length;
    return true;
  });
}

/** The full stop of the quoted sentence gives way to the one behind the marker. */
function closedQuote({ quote, number }: NumberedEvidence): string {
  return `${escapeMarkdown(quote.replace(/\.$/u, ""))}” [${number}].`;
}
