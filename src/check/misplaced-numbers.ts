import type { Evidence } from "../domain/evidence.ts";
import { splitSentences } from "../passages/split-sentences.ts";
import { contentTerms } from "../text/terms.ts";
import { describeNumbers } from "./describe-numbers.ts";
import { findExchangedFigures } from "./find-exchanged-figures.ts";
import { figuresIn, numbersElsewhere } from "./stated-numbers.ts";

/** Sentences, beside those cited, in one of which each number has to stand. */
const SENTENCES_READ = 3;

/** In words for a person, which numbers of a sentence the paper has only where it speaks of something else, or the other way round. */
export function misplacedNumbers(
  sentence: string,
  { paper, quoteStart, quoteEnd }: Evidence,
): readonly string[] {
  if (figuresIn(sentence).length === 0) return [];
  const wanted = new Set(contentTerms(sentence).map(({ stem }) => stem));
  const read = splitSentences(paper.abstract).map((span) => {
    const text = paper.abstract.slice(span.start, span.end);
    const stems = new Set(contentTerms(text).map(({ stem }) => stem));
    return {
      text,
      isCited: span.start < quoteEnd && span.end > quoteStart,
      shared: stems.intersection(wanted).size,
    };
  });
  const nearest = new Set(read.toSorted((one, other) => other.shared - one.shared).slice(0, SENTENCES_READ));
  const speaking = read.filter((one) => one.isCited || nearest.has(one)).map(({ text }) => text);
  const exchanged = speaking
    .map((text) => findExchangedFigures(sentence, text))
    .find((pair) => pair !== undefined);
  return describeNumbers(numbersElsewhere(sentence, [paper.title, ...speaking]), exchanged);
}
