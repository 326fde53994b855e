import { createHash } from "node:crypto";
import type { GoldQuestion } from "./gold-question.ts";

/** What folds are made by. */
export type FoldedQuestion = Pick<GoldQuestion, "id" | "gold" | "near">;

/** Five: four fifths of the questions choose a setting, and each held-out fifth is still some 40 questions. */
const FOLD_COUNT = 5;

/**
 * Cuts the questions into folds of about the same size so that no paper has questions in two of them: a setting that
 * only suits a paper is then not judged on it. The same questions give the same folds, whatever their order.
 */
export function makeFolds<Question extends FoldedQuestion>(
  questions: readonly Question[],
  count = FOLD_COUNT,
): readonly (readonly Question[])[] {
  const folds: Question[][] = Array.from({ length: count }, () => []);
  for (const group of sortGroups(groupByPaper(questions))) {
    const smallest = folds.reduce((one, other) => (other.length < one.length ? other : one));
    smallest.push(...group);
  }
  return folds;
}

/** Questions that share a gold or near paper, directly or through others, belong together. */
function groupByPaper<Question extends FoldedQuestion>(
  questions: readonly Question[],
): readonly (readonly Question[])[] {
  let groups: readonly { readonly papers: ReadonlySet<string>; readonly questions: readonly Question[] }[] =
    [];
  for (const question of questions) {
    const papers = new Set([...question.gold, ...(question.near ?? [])]);
    const touched = groups.filter((group) => !group.papers.isDisjointFrom(papers));
    const merged = {
      papers: touched.reduce<ReadonlySet<string>>((all, group) => all.union(group.papers), papers),
      questions: [...touched.flatMap((group) => group.questions), question],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), merged];
  }
  return groups.map((group) => group.questions);
}

/** Largest first, which keeps the folds even; among equals by a hash, so that types which stand together in the file spread. */
function sortGroups<Question extends FoldedQuestion>(
  groups: readonly (readonly Question[])[],
): readonly (readonly Question[])[] {
  return groups
    .map((group) => group.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    .map((group) => ({ group, key: hash(group[0]?.id ?? "") }))
    .sort((one, other) => other.group.length - one.group.length || (one.key < other.key ? -1 : 1))
    .map(({ group }) => group);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
