import { holdsQuote } from "../page/quoted-passage.ts";
import type { Source } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { RequestError } from "../stream/request-error.ts";
import { fetchAbstract } from "./fetch-abstract.ts";

/**
 * The answer with the whole abstract in place of the passages of each paper that a quote was taken from outside of
 * them, so that every quote can be shown where it stands. A paper that can't be fetched stays as it is: its quote then
 * stands alone.
 */
export async function withAbstracts(answer: AnswerState, signal: AbortSignal): Promise<AnswerState> {
  const sources = await Promise.all(
    answer.sources.map((source) => {
      const quotes = answer.citations.filter(({ number }) => number === source.number);
      const isHeld = quotes.every((quote) => source.passages.some((passage) => holdsQuote(passage, quote)));
      return isHeld ? source : withAbstract(source, signal);
    }),
  );
  return { ...answer, sources };
}

async function withAbstract(source: Source, signal: AbortSignal): Promise<Source> {
  if (source.paperId === undefined) return source;
  try {
    const abstract = await fetchAbstract(source.paperId, signal);
    return { ...source, passages: [{ text: abstract, start: 0, end: abstract.length }] };
  } catch (error) {
    if (error instanceof RequestError || signal.aborted) return source;
    throw error;
  }
}
