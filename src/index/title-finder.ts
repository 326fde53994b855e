import type { Paper } from "../domain/paper.ts";
import { fold } from "../text/terms.ts";

/** Fewer words than this are as likely a phrase as a title, unless they are all that was asked. */
const WORDS_OF_A_TITLE = 4;

/** What a text puts in quotation marks: where one title and no other opens with it, or has it, that paper is called by it. */
const QUOTED = /"([^"]{8,})"|“([^”]{8,})”|«([^»]{8,})»/gu;
const QUOTED_WORDS = 3;

/**
 * The ids of the papers whose titles stand word for word in a text, or a part of whose titles it quotes; case, accents and
 * punctuation aside.
 */
export type FindByTitle = (text: string) => ReadonlySet<string>;

/** Looks through all titles: a fifth of a millisecond for 320. */
export function createTitleFinder(papers: Iterable<Paper>): FindByTitle {
  const titles = [...papers].map(({ paperId, title }) => ({ paperId, words: wordsOf(title) }));
  const onlyTitleWith = (words: string) => {
    const opening = titles.filter((title) => title.words.startsWith(words));
    const having = opening.length > 0 ? opening : titles.filter((title) => title.words.includes(words));
    return having.length === 1 ? having : [];
  };
  return (text) => {
    const asked = wordsOf(text);
    const isNamed = (words: string) =>
      words === asked || (words.split(" ").length - 2 >= WORDS_OF_A_TITLE && asked.includes(words));
    const named = titles.filter(({ words }) => words !== "  " && isNamed(words));
    const found = named.length > 0 ? named : quotedIn(text).flatMap((quoted) => onlyTitleWith(quoted));
    return new Set(found.map(({ paperId }) => paperId));
  };
}

function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(QUOTED)]
    .map((match) => wordsOf(match.slice(1).join("")))
    .filter((words) => words.split(" ").length - 2 >= QUOTED_WORDS);
}

/** The words with a space on either side, so that only whole ones are found. */
function wordsOf(text: string): string {
  return ` ${(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
}
