import type { RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { fold } from "../text/terms.ts";
import { compareTitles } from "./compare-titles.ts";
import { findMentions } from "./find-mentions.ts";
import { completed, hasKnownWord, hasWords, readTypedQuery } from "./typed-query.ts";

/** Papers that retrieval is asked for, the most that it gives. */
export const PAPERS_RANKED = 100;

/**
 * A paper as near to a query as this (cosine, of the embedded model) fits it, whatever its words. Measured on the 320 papers
 * of the seeds: of 48 queries about other things in ordinary words, 5 come this near to a paper ("computer repair", 0.52),
 * and 0.42 would spare one of them; of the gold questions 0.40 finds the paper of 31 of 47 paraphrases, 0.42 of 27, 0.46 of 18.
 */
export const NEAR_WITH_WORDS = 0.4;

/**
 * The same for a query of whose words the papers have none: a word of another spelling comes this near ("quantisation",
 * 0.55), and of 400 random strings of letters none (the nearest 0.486, "qiwy", then 0.470; 0.42 would list four).
 */
export const NEAR_WITHOUT_WORDS = 0.5;

/**
 * The papers that fit a query as it is typed, best first: those that have all its content words, the last one perhaps
 * only begun, those that mention it in another spelling or in its long form (`gpt4`, `pretraining`, `cot`), those that are
 * near to it in meaning, and those from a page of that name. A title that the query is the
 * beginning of comes first. `search` ranks papers by retrieval, at most `PAPERS_RANKED`; what it has not found comes last,
 * by title.
 */
export async function fittingPapers(
  query: string,
  papers: Iterable<Paper>,
  search: (query: string) => Promise<readonly RankedPaper[]>,
): Promise<readonly Paper[]> {
  const all = [...papers];
  const typed = readTypedQuery(query);
  const mentioning = new Set(findMentions({ term: query.trim() }, all).papers);
  const fits = (paper: Paper) => hasWords(paper, typed) || mentioning.has(paper) || isFrom(paper, query);
  const near = hasKnownWord(typed, all) ? NEAR_WITH_WORDS : NEAR_WITHOUT_WORDS;
  const ranked = await search(completed(typed, all));
  const found = ranked
    .filter((one) => one.similarity >= near || isTitled(one) || fits(one.paper))
    .map(({ paper }) => paper);
  const ids = new Set(found.map(({ paperId }) => paperId));
  const others = all.filter((paper) => !ids.has(paper.paperId) && fits(paper));
  const fitting = [...found, ...others.sort((a, b) => compareTitles(a.title, b.title))];
  const begun = fitting.filter(({ title }) => begins(title, query));
  return [...begun, ...fitting.filter((paper) => !begun.includes(paper))];
}

/** Fewer words begin many titles. */
const WORDS_OF_A_BEGINNING = 3;

function begins(title: string, query: string): boolean {
  const asked = wordsOf(query);
  return asked.length >= WORDS_OF_A_BEGINNING && wordsOf(title).join(" ").startsWith(asked.join(" "));
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Fewer letters are no name of a page. */
const LETTERS_OF_A_SOURCE = 3;

/** A page is asked for by its name, or by how that begins. */
function isFrom({ sources }: Paper, query: string): boolean {
  const asked = fold(query.trim());
  return asked.length >= LETTERS_OF_A_SOURCE && sources.some(({ name }) => fold(name).startsWith(asked));
}

/** Whether the query calls the paper by its title. */
function isTitled({ stages }: RankedPaper): boolean {
  return stages.some(({ stage }) => stage === "title");
}
