import type { RankedPaper, RetrievalStage } from "../domain/evidence.ts";
import type { BeirQuery } from "./beir.ts";
import { describeFailure } from "./evaluate.ts";
import { ndcgAt, recallAt } from "./score-ranking.ts";
import { mean } from "./summarise.ts";

/** The search of an opened collection: the `count` best papers for a question that stands alone, best first. */
export interface SearchCollection {
  search(
    question: string,
    options: {
      readonly count: number;
      readonly stages?: ReadonlySet<RetrievalStage> | undefined;
      readonly signal: AbortSignal;
    },
  ): Promise<readonly RankedPaper[]>;
}

export const BEIR_FIGURES = ["nDCG@10", "R@5", "R@20", "R@100"] as const;
export type BeirFigure = (typeof BEIR_FIGURES)[number];

/** The figures of one query; one whose search failed scores 0 and says why. */
export interface BeirRow {
  readonly queryId: string;
  readonly figures: Readonly<Record<BeirFigure, number>>;
  readonly failure?: string;
}

export interface BeirOptions {
  /** The stages of retrieval to run, all where it is absent. */
  readonly stages?: ReadonlySet<RetrievalStage> | undefined;
  readonly signal: AbortSignal;
}

/** As deep as the figures look. */
const DEPTH = 100;

/** Searches for every query in turn and yields its figures; only the signal ends the run. */
export async function* evaluateBeir(
  queries: readonly BeirQuery[],
  collection: SearchCollection,
  options: BeirOptions,
): AsyncGenerator<BeirRow> {
  for (const query of queries) {
    options.signal.throwIfAborted();
    yield await evaluateQuery(query, collection, options);
  }
}

async function evaluateQuery(
  query: BeirQuery,
  collection: SearchCollection,
  { stages, signal }: BeirOptions,
): Promise<BeirRow> {
  const { queryId, text } = query;
  try {
    const papers = await collection.search(text, { count: DEPTH, stages, signal });
    const paperIds = papers.map(({ paper }) => paper.paperId);
    return { queryId, figures: scoreQuery(query, paperIds) };
  } catch (error) {
    signal.throwIfAborted();
    return { queryId, figures: scoreQuery(query, []), failure: describeFailure(error) };
  }
}

/** A paper with the query's own id is passed over, as BEIR does: in some sets the queries are papers themselves. */
export function scoreQuery(
  { queryId, relevance }: BeirQuery,
  paperIds: readonly string[],
): Readonly<Record<BeirFigure, number>> {
  const ranked = paperIds.filter((paperId) => paperId !== queryId);
  const relevant = new Set(relevance.keys());
  return {
    "nDCG@10": ndcgAt(10, ranked, relevance),
    "R@5": recallAt(5, ranked, relevant),
    "R@20": recallAt(20, ranked, relevant),
    "R@100": recallAt(100, ranked, relevant),
  };
}

/** The averages over all queries; 0 where there are none. */
export function averageBeir(rows: readonly BeirRow[]): Readonly<Record<BeirFigure, number>> {
  const average = (figure: BeirFigure) => mean(rows.map(({ figures }) => figures[figure])) ?? 0;
  return {
    "nDCG@10": average("nDCG@10"),
    "R@5": average("R@5"),
    "R@20": average("R@20"),
    "R@100": average("R@100"),
  };
}
