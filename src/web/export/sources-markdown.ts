import type { Citation, Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { sentenceWords } from "./sentence-words.ts";

/**
 * The papers that an answer cites, each as `reference` writes it and with its quotes below it; a quote that doesn't fully
 * support a sentence says so of that sentence. Nothing where it cites none.
 */
export function sourcesMarkdown(
  { text, sources, citations }: Pick<AnswerState, "text" | "sources" | "citations">,
  reference: (source: Source) => string,
): readonly string[] {
  if (sources.length === 0) return [];
  const items = sources.map((source) => {
    const own = citations.filter(({ number }) => number === source.number);
    const quotes = [...Map.groupBy(own, ({ quote }) => plainMarkdown(quote))].map(
      ([quote, all]) => `    - “${quote}”${doubts(text, all)}`,
    );
    return [`- ${reference(source)}`, ...quotes].join("\n");
  });
  return ["## Sources", items.join("\n")];
}

function doubts(text: string, citations: readonly Citation[]): string {
  const words = citations
    .filter(({ verdict }) => verdict !== "supported")
    .map((citation) => {
      const sentence = `“${plainMarkdown(sentenceWords(text, citation))}”`;
      return citation.verdict === "weak"
        ? `supports ${sentence} only in part`
        : `doesn’t support ${sentence}`;
    });
  return words.length === 0 ? "" : ` (${[...new Set(words)].join("; ")})`;
}
