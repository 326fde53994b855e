import type { Citation } from "../../src/domain/answer.ts";
import type { Paper } from "../../src/domain/paper.ts";

/** A citation of a quote that stands in the paper's abstract. */
export function citationOf(paper: Paper, quote: string): Citation {
  const quoteStart = paper.abstract.indexOf(quote);
  return {
    citationId: "c-1",
    number: 1,
    paper,
    answerStart: 0,
    answerEnd: 1,
    quote,
    quoteStart,
    quoteEnd: quoteStart + quote.length,
    verdict: "supported",
    reasons: [],
  };
}
