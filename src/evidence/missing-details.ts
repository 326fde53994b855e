import { namesIn, namesMissing } from "../check/stated-names.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { isForeign } from "../question/recognise-language.ts";
import { isStopWord } from "../text/terms.ts";
import { askedFor } from "./asks-for.ts";
import { lacksCounted } from "./counted-noun.ts";
import { figuresIn } from "./figures.ts";
import { questionParts } from "./question-parts.ts";
import { asksForUnstatedAspect } from "./unstated-aspects.ts";

/** Words that point at what another part speaks of. */
const POINTS_BACK = /\b(?:it|its|they|them|their|this|that|these|those)\b/iu;

/**
 * The parts of a question of several parts that a paper doesn't answer, as asked: those with a detail that it lacks, and
 * those that only point back at a missing part before them.
 */
export function missingParts(question: string, paper: Paper): readonly string[] {
  const parts = questionParts(question);
  if (parts.length < 2 || isForeign(question)) return [];
  const missing: string[] = [];
  for (const [position, { text }] of parts.entries()) {
    const before = parts[position - 1]?.text.trim();
    const isOfMissing = before !== undefined && missing.includes(before) && POINTS_BACK.test(text);
    if (isOfMissing || lacksDetail(text, paper)) missing.push(text.trim());
  }
  return missing;
}

/** Whether a question names what a paper never mentions, asks how many of something it doesn't count, or for what it has no word for. */
export function lacksDetail(question: string, paper: Paper): boolean {
  return (
    namesNotIn(question, paper).length > 0 ||
    lacksCounted(question, paper.abstract) ||
    asksForUnstatedAspect(question, paper.abstract)
  );
}

/** The names of a question that a paper never mentions, as written; none where the question is in another language. */
export function namesNotIn(question: string, paper: Paper): readonly string[] {
  if (isForeign(question)) return [];
  return [...new Set(namesMissing(question, textOf(paper)))].filter((name) => !isStopWord(name));
}

/** The names of a question that no paper mentions, as written; none where the question is in another language. */
export function namesInNone(question: string, papers: ReadonlyMap<string, Paper>): readonly string[] {
  if (isForeign(question)) return [];
  const names = [...new Set(namesIn(question))].filter((name) => !isStopWord(name));
  return names.filter(
    (name) => !papers.values().some((paper) => namesMissing(name, textOf(paper)).length === 0),
  );
}

/** Whether only a figure answers while no quote has one but those of the question. */
export function lacksFigure(question: string, evidence: readonly Evidence[]): boolean {
  const asked = askedFor(question);
  if (!asked.figureOnly || asked.severalPapers) return false;
  const given = new Set(figuresIn(question).map(({ written }) => written));
  return !evidence.some(({ quote }) => figuresIn(quote).some(({ written }) => !given.has(written)));
}

function textOf({ title, abstract }: Paper): string {
  return `${title}\n${abstract}`;
}
