import type { RankedPaper } from "../domain/evidence.ts";
import type { AnswerExplanation, PaperExplanation } from "./ui-message-part.ts";

/** Why a paper stands where it does: its rank and score in each stage of retrieval that saw it, in the stages' order. */
export function paperExplanation({ stages }: RankedPaper): PaperExplanation {
  return { stages: stages.map(({ stage, rank, score }) => ({ stage, rank, score })) };
}

/** Why each paper was found for an answer, best first. */
export function answerExplanation(papers: readonly RankedPaper[]): AnswerExplanation {
  return {
    papers: papers.map((ranked) => ({
      paperId: ranked.paper.paperId,
      title: ranked.paper.title,
      rank: ranked.rank,
      score: ranked.score,
      ...paperExplanation(ranked),
    })),
  };
}
