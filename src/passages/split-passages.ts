import type { Paper } from "../domain/paper.ts";
import type { Passage, Span } from "../domain/passage.ts";
import { cutLongSentence } from "./cut-long-sentence.ts";
import { groupSentences } from "./group-sentences.ts";
import { splitSentences } from "./split-sentences.ts";

/**
 * Splits a paper's abstract into passages of whole neighbouring sentences, numbered from 0 in their ids. In order and
 * without overlap, they hold every character of the abstract that is not white space.
 */
export function splitPassages({ paperId, abstract }: Pick<Paper, "paperId" | "abstract">): Passage[] {
  return splitText(abstract).map((part, ordinal) => ({
    passageId: `${paperId}:${ordinal}`,
    paperId,
    text: abstract.slice(part.start, part.end),
    ...part,
  }));
}

/** The spans of a text's passages, each with those of its sentences. */
export function splitText(text: string): (Span & { readonly sentences: Span[] })[] {
  const sentences = splitSentences(text).flatMap((sentence) => cutLongSentence(text, sentence));
  return groupSentences(sentences).map((group) => ({
    start: group.at(0)?.start ?? 0,
    end: group.at(-1)?.end ?? 0,
    sentences: group,
  }));
}
