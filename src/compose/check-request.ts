import type { AnswerIndex } from "../answer/answer-parts.ts";
import { checkByPapers, checkByText } from "../check/check-claim.ts";
import type { CheckSentence } from "../check/check-sentence.ts";
import { createSentenceCheck } from "../check/create-sentence-check.ts";
import { createPaperReader, type PaperReader } from "../check/read-paper.ts";
import type { ReadingParts } from "../check/read-sentence.ts";
import type { ClaimCheck, ClaimRequest } from "../domain/claim.ts";
import { BadRequestError } from "../domain/errors.ts";
import { RETRIEVAL_STAGES } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { standingAlone } from "../domain/question.ts";
import type { PreparedIndex } from "./prepare-index.ts";

/** Papers of the collection that a claim is compared with: one that bears it out is hardly ever further down. */
const PAPERS_COMPARED = 5;

/** A claim is what is looked for as it stands: no model imagines an abstract for it. */
const STAGES = new Set(RETRIEVAL_STAGES.filter((stage) => stage !== "hypothesis"));

/** The checks over one opened index; what they have read of its papers is kept with it. */
export interface Checks {
  readonly parts: ReadingParts;
  readonly readPaper: PaperReader;
  readonly sentence: CheckSentence;
}

/** Gives the checks of an opened index, always the same. */
export function createChecks(): (opened: PreparedIndex) => Checks {
  const known = new WeakMap<PreparedIndex, Checks>();
  return (opened) => {
    const checks = known.get(opened) ?? checksOver(opened);
    known.set(opened, checks);
    return checks;
  };
}

function checksOver({ index, model }: PreparedIndex): Checks {
  const parts = { tokens: model.tokens, weightOf: index.weightOf };
  const readPaper = createPaperReader(parts);
  return { parts, readPaper, sentence: createSentenceCheck(parts, readPaper) };
}

/**
 * Checks a claim by the text or the papers of the request, or by those of the collection that are nearest to it.
 * @throws {BadRequestError} where a paper is not here.
 */
export async function checkRequest(
  { claim, paperIds, text }: ClaimRequest,
  { parts, readPaper }: Checks,
  { index, retrieve }: AnswerIndex,
  signal: AbortSignal,
): Promise<ClaimCheck> {
  if (text !== undefined) return await checkByText(claim, text, parts);
  const papers = paperIds
    ? namedPapers(index.papers, paperIds)
    : (await retrieve(standingAlone(claim), { count: PAPERS_COMPARED, stages: STAGES, signal })).map(
        ({ paper }) => paper,
      );
  return await checkByPapers(claim, papers, parts, { readPaper, signal });
}

function namedPapers(papers: ReadonlyMap<string, Paper>, paperIds: readonly string[]): readonly Paper[] {
  return paperIds.map((paperId) => {
    const paper = papers.get(paperId);
    if (!paper) throw new BadRequestError(`There is no paper ${JSON.stringify(paperId.slice(0, 100))} here.`);
    return paper;
  });
}
