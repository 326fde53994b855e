import { ordinal, twoDecimals } from "../page/figure-words.ts";
import type { ExplainedPaper } from "../stream/answer-part.ts";
import { type StageWords, stageWords } from "./stage-words.ts";

/** What one stage of retrieval, or all of them together, made of a paper: `3rd`, `0.83`. */
export interface ExplanationRow extends StageWords {
  readonly rank: string;
  readonly score: string;
}

/** Why a paper was found, in words: one sentence, and a row for each stage with what they come to as the last. */
export interface PaperExplanation {
  readonly summary: string;
  readonly rows: readonly ExplanationRow[];
}

/** Explains the paper of this id; undefined where the server doesn't say why it was found. */
export function explainPaper(
  paperId: string | undefined,
  explained: readonly ExplainedPaper[],
): PaperExplanation | undefined {
  const paper = explained.find((one) => one.paperId === paperId);
  if (!paper) return undefined;
  const rows = paper.stages.flatMap(({ stage, rank, score }) => {
    const words = stageWords(stage);
    return words ? [{ ...words, ...placeWords(rank, score) }] : [];
  });
  if (rows.length === 0) return undefined;
  const total = { ...ALTOGETHER, ...placeWords(paper.rank, paper.score) };
  return { summary: summaryOf(paper, explained.length), rows: [...rows, total] };
}

const ALTOGETHER: StageWords = { name: "Altogether", meaning: "Its place among the papers found." };

function placeWords(rank: number, score: number) {
  return { rank: ordinal(rank), score: twoDecimals(score) };
}

function summaryOf({ rank, stages }: ExplainedPaper, count: number): string {
  if (count === 1) return "It is the only paper found for this question.";
  const place = `It came ${ordinal(rank)} of the ${count} papers found for this question`;
  const isNamed = stages.some(({ stage }) => stage === "title");
  return isNamed ? `${place}: the question names it, which puts it in front.` : `${place}.`;
}
