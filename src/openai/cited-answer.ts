import type { AnswerEvent, Citation } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";

/** A paper's absolute address, as the reader of this answer can open it. */
export type AddressOf = (paper: Paper) => string;

/**
 * A marker of the answer and the paper behind it, as OpenAI's clients read it. The indices are UTF-16 code units of the
 * whole text and enclose the marker, end exclusive. No verdict is told: one may change after the marker was sent.
 */
export interface UrlCitation {
  readonly start_index: number;
  readonly end_index: number;
  readonly url: string;
  readonly title: string;
}

/** A paper that the answer cites, as Perplexity's clients read it. */
export interface SearchResult {
  readonly title: string;
  readonly url: string;
  /** `YYYY-MM-DD`, where it is known. */
  readonly date?: string;
  /** The first quote from the paper; until that is known, the passage that fits the question best. */
  readonly snippet: string;
  readonly source: "web";
}

/** What an answer has said so far, gathered from its events. */
export interface CitedAnswer {
  /** Takes in the next event; gives the citation of the marker that it is the first to cite. */
  add(event: AnswerEvent): UrlCitation | undefined;
  text(): string;
  /** In the order of the markers. */
  citations(): readonly UrlCitation[];
  /** In the order of the papers' numbers: the paper of `[n]` is at `n - 1`. */
  results(): readonly SearchResult[];
}

/** An answer of which nothing is known yet. */
export function createCitedAnswer(addressOf: AddressOf): CitedAnswer {
  let text = "";
  const cited = new Map<string, Citation>();
  const citations: UrlCitation[] = [];
  const results: SearchResult[] = [];

  const cite = (citation: Citation): UrlCitation | undefined => {
    if (cited.has(citation.citationId)) return undefined;
    const { number, paper, quote } = citation;
    const earlier = [...cited.values()];
    const result = results[number - 1];
    if (result && !earlier.some((other) => other.number === number))
      results[number - 1] = { ...result, snippet: quote };
    const repeats = earlier.filter(
      (other) => other.number === number && other.answerStart === citation.answerStart,
    );
    const span = markerSpan(text, citation, repeats.length);
    const added = { start_index: span.start, end_index: span.end, url: addressOf(paper), title: paper.title };
    cited.set(citation.citationId, citation);
    citations.push(added);
    return added;
  };

  return {
    add(event) {
      if (event.type === "text-added") text += event.text;
      if (event.type === "sentence-cited") return cite(event.citation);
      if (event.type === "paper-cited") {
        const { paper, passages } = event.ranked;
        results[event.number - 1] = {
          title: paper.title,
          url: addressOf(paper),
          ...(paper.published !== undefined && { date: paper.published }),
          snippet: passages[0]?.passage.text ?? "",
          source: "web",
        };
      }
      return undefined;
    },
    text: () => text,
    citations: () => citations,
    results: () => results.slice(),
  };
}

/** Where a citation's marker stands: the one behind `repeats` others of its number in its sentence. */
function markerSpan(text: string, { number, answerStart, answerEnd }: Citation, repeats: number) {
  const marker = `[${number}]`;
  const places: number[] = [];
  const sentenceEnd = Math.min(answerEnd, text.length);
  let place = text.indexOf(marker, answerStart);
  while (place !== -1 && place + marker.length <= sentenceEnd) {
    places.push(place);
    place = text.indexOf(marker, place + marker.length);
  }
  const start = places[repeats] ?? places.at(-1);
  return start === undefined
    ? { start: answerStart, end: sentenceEnd }
    : { start, end: start + marker.length };
}
