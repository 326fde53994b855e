import { fieldsOf, listOf, numberOf, textOf } from "../page/fields.ts";
import type { ExplainedPaper } from "./answer-part.ts";

/** The papers that `messageMetadata.explain` tells of; those that lack a field, and such stages, are left out. */
export function readExplanation(value: unknown): readonly ExplainedPaper[] {
  return listOf(fieldsOf(value)["papers"]).flatMap(readPaper);
}

function readPaper(value: unknown): ExplainedPaper[] {
  const paper = fieldsOf(value);
  const paperId = textOf(paper["paperId"]);
  const rank = numberOf(paper["rank"]);
  const score = numberOf(paper["score"]);
  if (paperId === undefined || rank === undefined || score === undefined) return [];
  return [{ paperId, rank, score, stages: listOf(paper["stages"]).flatMap(readStage) }];
}

function readStage(value: unknown): ExplainedPaper["stages"][number][] {
  const place = fieldsOf(value);
  const stage = textOf(place["stage"]);
  const rank = numberOf(place["rank"]);
  const score = numberOf(place["score"]);
  return stage === undefined || rank === undefined || score === undefined ? [] : [{ stage, rank, score }];
}
