/** A quote, by its offsets in the abstract. */
export interface Quote {
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
}

/** Part of an abstract, with its offsets there. */
export interface QuotablePassage {
  readonly text: string;
  readonly start: number;
}

export interface PassagePart {
  readonly text: string;
  readonly isQuote: boolean;
}

/**
 * The quotes in the passages that hold them, one list of parts for each passage, in the abstract's order. What is not
 * quoted is cut to `around` characters next to a quote, at a word's end and with an ellipsis. A quote that no passage
 * holds stands alone.
 */
export function quotedPassages(
  quotes: readonly Quote[],
  passages: readonly QuotablePassage[],
  around = Number.POSITIVE_INFINITY,
): readonly (readonly PassagePart[])[] {
  const byPassage = Map.groupBy(
    quotes,
    (quote) => passages.find((passage) => holdsQuote(passage, quote)) ?? quote,
  );
  const groups = [...byPassage].map(([passage, own]) => {
    const spans = mergedSpans(own);
    const start = spans[0]?.start ?? 0;
    return {
      start,
      parts: "quote" in passage ? [standingAlone(passage)] : cutPassage(passage, spans, around),
    };
  });
  return groups.toSorted((left, right) => left.start - right.start).map(({ parts }) => parts);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the quote stands in the passage, at its offsets. */
export function holdsQuote(
  { text, start }: QuotablePassage,
  { quote, quoteStart, quoteEnd }: Quote,
): boolean {
  return quoteStart >= start && text.slice(quoteStart - start, quoteEnd - start) === quote;
}

function standingAlone({ quote }: Quote): PassagePart {
  return { text: quote, isQuote: true };
}

function mergedSpans(quotes: readonly Quote[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { quoteStart, quoteEnd } of quotes.toSorted(
    (left, right) => left.quoteStart - right.quoteStart,
  )) {
    const last = spans.at(-1);
    if (last && quoteStart <= last.end) {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, quoteEnd) };
    } else {
      spans.push({ start: quoteStart, end: quoteEnd });
    }
  }
  return spans;
}

function cutPassage({ text, start }: QuotablePassage, spans: readonly Span[], around: number): PassagePart[] {
  const parts: PassagePart[] = [];
  let end = 0;
  for (const span of spans) {
    const between = text.slice(end, span.start - start);
    parts.push({
      text: parts.length === 0 ? lastWords(between, around) : cutMiddle(between, around),
      isQuote: false,
    });
    end = span.end - start;
    parts.push({ text: text.slice(span.start - start, end), isQuote: true });
  }
  parts.push({ text: firstWords(text.slice(end), around), isQuote: false });
  return parts.filter((part) => part.text !== "");
}

function lastWords(text: string, limit: number): string {
  return text.length <= limit ? text : `… ${text.slice(-limit).replace(/^\S*\s+/, "")}`;
}

/** The text, cut at a word's end to at most `limit` characters and an ellipsis. */
export function firstWords(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/\s+\S*$/, "")} …`;
}

function cutMiddle(text: string, limit: number): string {
  return text.length <= 2 * limit ? text : `${firstWords(text, limit)} ${lastWords(text, limit).slice(2)}`;
}
