import type { Paper } from "../domain/paper.ts";

/** A name that a title opens with, before its colon: `TALC: Time-Aligned Captions …`. */
const NAMED_TITLE = /^(?<name>[\p{L}\p{N}][\p{L}\p{N}.+-]{2,20}):\s/u;

/**
 * Up to `count` questions that the collection can answer: about things that a paper is named after and that its abstract
 * introduces by that name. Spread over the collection, and the same for the same papers.
 */
export function exampleQuestions(papers: readonly Paper[], count = 3): readonly string[] {
  const names = papers.flatMap((paper) => {
    const name = NAMED_TITLE.exec(paper.title)?.groups?.name;
    const isIntroduced =
      name !== undefined && /\p{Lu}.*\p{Lu}/u.test(name) && introduces(paper.abstract, name);
    return isIntroduced ? [name] : [];
  });
  const step = names.length / count;
  return names
    .filter((_, position) => step <= 1 || Math.floor(position / step) !== Math.floor((position - 1) / step))
    .slice(0, count)
    .map((name) => `What is ${name}?`);
}

function introduces(abstract: string, name: string): boolean {
  return abstract
    .split(/(?<=[.!?])\s/u)
    .some(
      (sentence) =>
        sentence.includes(name) &&
        /\b(?:we|paper)\b.*\b(?:introduce|present|propose|develop)/iu.test(sentence),
    );
}
