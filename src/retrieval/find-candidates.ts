import type { RankedPaper, RetrievalStage } from "../domain/evidence.ts";
import type { StandaloneQuestion } from "../domain/question.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import type { AllowedPapers, PassageHit, WordHit } from "../index/word-index.ts";
import { contentTerms } from "../text/terms.ts";
import { fuseRankings } from "./fuse-rankings.ts";
import { groupByPaper } from "./group-by-paper.ts";

/** Passages that each search adds to the fusion: a paper has about five, so this reaches well past the twentieth paper. */
const PASSAGES_PER_SEARCH = 150;

/** In the choice of candidates a vector counts for two: it finds papers described in other words, which words alone miss. */
const SEARCH_WEIGHTS = { words: 1, vectors: 2, hypothesis: 1 } as const;

export interface CandidateSearch {
  readonly question: StandaloneQuestion;
  /** The question's. */
  readonly vector: number[];
  /** That of an abstract that would answer, where one was imagined. */
  readonly hypothesis?: number[] | undefined;
  readonly allowed: AllowedPapers;
  /** Papers wanted. */
  readonly count: number;
  /** The searches to do; all others are left out. */
  readonly stages: ReadonlySet<RetrievalStage>;
}

export interface Candidates {
  /** Best first. */
  readonly papers: readonly RankedPaper[];
  /** The greatest share (0..1) of the question's words, each by its weight, that one of the papers has. */
  readonly coverage: number;
}

/** The papers that words and vectors find, joined by reciprocal rank fusion of their passages, best first. */
export async function findCandidates(
  index: PaperIndex,
  { question, vector, hypothesis, allowed, count, stages }: CandidateSearch,
): Promise<Candidates> {
  // All of them: the late stage wants the similarity of candidates that words alone have found, too.
  // A question of nothing that the model knows has no direction: it is near to nothing.
  const byVector = vector.some((value) => value !== 0) ? await index.searchByVector(vector, allowed) : [];
  const searches: { readonly stage: keyof typeof SEARCH_WEIGHTS; readonly hits: readonly PassageHit[] }[] =
    [];
  const byWords = index.searchByWords(question.parts, PASSAGES_PER_SEARCH, allowed);
  if (stages.has("words")) searches.push({ stage: "words", hits: byWords });
  if (stages.has("vectors"))
    searches.push({ stage: "vectors", hits: byVector.slice(0, PASSAGES_PER_SEARCH) });
  if (stages.has("hypothesis") && hypothesis)
    searches.push({
      stage: "hypothesis",
      hits: (await index.searchByVector(hypothesis, allowed)).slice(0, PASSAGES_PER_SEARCH),
    });
  const fused = fuseRankings(
    searches.map(({ stage, hits }) => ({
      ids: hits.map(({ passageId }) => passageId),
      weight: SEARCH_WEIGHTS[stage],
    })),
  );
  const similarities = new Map(byVector.map(({ passageId, score }) => [passageId, score]));
  const papers = groupByPaper(fused, similarities, index, { count, searches });
  return { papers, coverage: greatestCoverage(question, papers, byWords, index) };
}

function greatestCoverage(
  { parts }: StandaloneQuestion,
  papers: readonly RankedPaper[],
  hits: readonly WordHit[],
  { passages, weightOf }: PaperIndex,
): number {
  const weights = new Map(
    parts.flatMap(({ text, weight }) =>
      contentTerms(text).map(({ stem }) => [stem, weight * weightOf(stem)] as const),
    ),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const stemsOf = new Map(papers.map(({ paper }) => [paper.paperId, new Set<string>()]));
  for (const { passageId, stems } of hits) {
    const ofPaper = stemsOf.get(passages.get(passageId)?.paperId ?? "");
    for (const stem of stems) ofPaper?.add(stem);
  }
  const shared = [...stemsOf.values()].map((stems) =>
    [...stems].reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0),
  );
  return total > 0 ? Math.max(0, ...shared) / total : 0;
}
