import type { Paper } from "../domain/paper.ts";
import { splitSentences } from "../passages/split-sentences.ts";
import type { GoldQuestion } from "./gold-question.ts";
import { covers } from "./score-evidence.ts";

/** Questions to ask of a collection from which their evidence is gone. */
export interface DeletionRound {
  readonly questions: readonly GoldQuestion[];
  readonly papers: readonly Paper[];
}

/**
 * The questions that one paper answers with known evidence, in as few rounds as it takes to have every paper in a round lose
 * the evidence of one question only. A paper loses the sentences that its gold sentences cover; its title stays. Questions
 * whose evidence can't be found in their paper are left out.
 */
export function deletionRounds(
  questions: readonly GoldQuestion[],
  papers: readonly Paper[],
): readonly DeletionRound[] {
  const byTitle = new Map(papers.map((paper) => [paper.title, paper]));
  const rounds: Map<Paper, { readonly question: GoldQuestion; readonly rest: Paper }>[] = [];
  for (const question of questions) {
    const paper = question.gold.length === 1 ? byTitle.get(question.gold[0] ?? "") : undefined;
    const rest = paper && withoutEvidence(paper, question.evidence);
    if (!paper || !rest) continue;
    const round = rounds.find((taken) => !taken.has(paper));
    if (round) round.set(paper, { question, rest });
    else rounds.push(new Map([[paper, { question, rest }]]));
  }
  return rounds.map((round) => ({
    questions: [...round.values()].map(({ question }) => question),
    papers: papers.map((paper) => round.get(paper)?.rest ?? paper),
  }));
}

/** The paper without the sentences that state the evidence; undefined where it has none of them, or none else. */
function withoutEvidence(paper: Paper, evidence: readonly string[]): Paper | undefined {
  const sentences = splitSentences(paper.abstract).map(({ start, end }) => paper.abstract.slice(start, end));
  const kept = sentences.filter((sentence) => !evidence.some((gold) => covers(sentence, gold)));
  if (kept.length === sentences.length || kept.length === 0) return undefined;
  const abstract = kept.join(" ");
  return { ...paper, abstract, rawAbstract: abstract };
}
