import { namesMissing } from "../check/stated-names.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { isForeign } from "../question/recognise-language.ts";
import { askedFor } from "./asks-for.ts";
import { lacksCounted } from "./counted-noun.ts";
import { figuresIn } from "./figures.ts";
import { questionParts } from "./question-parts.ts";

/** The parts of a question of several parts that a paper doesn't answer: they name what it never mentions, or ask how many of something it doesn't count. */
export function missingParts(question: string, paper: Paper): readonly string[] {
  const parts = questionParts(question);
  if (parts.length < 2 || isForeign(question)) return [];
  const missing = parts.filter(
    ({ text }) => namesMissing(text, textOf(paper)).length > 0 || lacksCounted(text, paper.abstract),
  );
  return missing.map(({ text }) => text.trim());
}

/** The names of a question that a paper never mentions, as written; none where the question is in another language. */
export function namesNotIn(question: string, paper: Paper): readonly string[] {
  return isForeign(question) ? [] : [...new Set(namesMissing(question, textOf(paper)))];
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
