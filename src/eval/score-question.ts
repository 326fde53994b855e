import type { Citation, Outcome } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import { FIGURES, type Figure, type Figures } from "./figures.ts";
import { type GoldQuestion, isAnswerable } from "./gold-question.ts";
import { plainAnswer } from "./plain-answer.ts";
import { citationPrecision, citationRecall, shareOfSoundQuotes } from "./score-citations.ts";
import { shareOfEvidence } from "./score-evidence.ts";
import { readPart, shareOfFacts } from "./score-facts.ts";
import { hitAtOne, recallAt, reciprocalRankAt } from "./score-ranking.ts";

/** What Footnote said and found. */
export interface Reply {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly outcome: Outcome;
  /** What the search found, best first. */
  readonly found: readonly Paper[];
}

/** How one figure is taken; `score` gives undefined where the reply leaves nothing to measure. */
interface Measure {
  readonly appliesTo: (question: GoldQuestion) => boolean;
  readonly score: (question: GoldQuestion, reply: Reply) => number | undefined;
}

const MEASURES: Readonly<Record<Figure, Measure>> = {
  "hit@1": ofRanking(hitAtOne),
  "R@5": ofRanking((ranked, gold) => recallAt(5, ranked, gold)),
  "R@10": ofRanking((ranked, gold) => recallAt(10, ranked, gold)),
  "MRR@10": ofRanking((ranked, gold) => reciprocalRankAt(10, ranked, gold)),
  inText: {
    appliesTo: ({ facts }) => facts.length > 0,
    score: (question, reply) => shareOfFacts(question.facts, partRead(question, reply)),
  },
  facts: {
    appliesTo: ({ facts }) => facts.length > 0,
    score: (question, reply) =>
      shareOfFacts(question.facts, [partRead(question, reply), ...citedTitles(reply)].join("\n")),
  },
  evidence: {
    appliesTo: ({ evidence }) => evidence.length > 0,
    score: ({ evidence }, { citations }) =>
      shareOfEvidence(
        evidence,
        citations.map(({ quote }) => quote),
      ),
  },
  citeP: {
    appliesTo: isAnswerable,
    score: ({ gold }, reply) =>
      reply.outcome.kind === "answered" ? citationPrecision(citedTitles(reply), new Set(gold)) : undefined,
  },
  citeR: {
    appliesTo: isAnswerable,
    score: ({ gold }, reply) => citationRecall(citedTitles(reply), new Set(gold)),
  },
  falseRefuse: { appliesTo: isAnswerable, score: (_, { outcome }) => Number(outcome.kind === "refused") },
  refuseOK: {
    appliesTo: ({ type }) => type === "unanswerable" || type === "out_of_scope",
    score: (_, { outcome }) => Number(outcome.kind === "refused"),
  },
  help: {
    appliesTo: ({ type }) => type === "meta",
    score: (_, { outcome }) => Number(outcome.kind === "help"),
  },
  quotes: {
    appliesTo: () => true,
    score: (_, { citations }) => (citations.length > 0 ? shareOfSoundQuotes(citations) : undefined),
  },
};

/** The figures of one question. One that failed (no reply) scores 0 wherever it applies, and is a false refusal. */
export function scoreQuestion(question: GoldQuestion, reply: Reply | undefined): Figures {
  const figures: { [figure in Figure]?: number } = {};
  for (const figure of FIGURES) {
    const { appliesTo, score } = MEASURES[figure];
    if (!appliesTo(question)) continue;
    const value = reply ? score(question, reply) : Number(figure === "falseRefuse");
    if (value !== undefined) figures[figure] = value;
  }
  return figures;
}

function ofRanking(score: (ranked: readonly string[], gold: ReadonlySet<string>) => number): Measure {
  return {
    appliesTo: isAnswerable,
    score: ({ gold }, { found }) =>
      score(
        found.map(({ title }) => title),
        new Set(gold),
      ),
  };
}

function partRead({ gold }: GoldQuestion, { text }: Reply): string {
  return readPart(plainAnswer(text), gold.length);
}

function citedTitles({ citations }: Reply): ReadonlySet<string> {
  return new Set(citations.map(({ paper }) => paper.title));
}
