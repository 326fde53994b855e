import type { Footnote } from "../domain/footnote.ts";
import type { Ablation } from "./ablations.ts";
import { conversationOf, SEARCH_DEPTH } from "./ask-question.ts";
import type { GoldQuestion } from "./gold-question.ts";
import { recallAt, reciprocalRankAt } from "./score-ranking.ts";

/** What one ablation found for one question. */
export interface AblationResult {
  readonly question: GoldQuestion;
  readonly recallAt5: number;
  readonly reciprocalRank: number;
  readonly searchMs: number;
}

export interface AblationRow {
  readonly name: string;
  readonly results: readonly AblationResult[];
}

export interface AblationParts {
  readonly footnote: Pick<Footnote, "search">;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Searches for every answerable question with the stages of each ablation in turn, and yields its row. */
export async function* evaluateAblations(
  questions: readonly GoldQuestion[],
  ablations: readonly Ablation[],
  parts: AblationParts,
): AsyncGenerator<AblationRow> {
  for (const { name, stages } of ablations) {
    const results: AblationResult[] = [];
    for (const question of questions) {
      parts.signal.throwIfAborted();
      results.push(await searchWith(stages, question, parts));
    }
    yield { name, results };
  }
}

async function searchWith(
  stages: Ablation["stages"],
  question: GoldQuestion,
  { footnote, now, signal }: AblationParts,
): Promise<AblationResult> {
  const startedAt = now();
  const { papers } = await footnote.search(conversationOf(question), { k: SEARCH_DEPTH, stages, signal });
  const searchMs = now() - startedAt;
  const found = papers.map(({ paper }) => paper.title);
  const gold = new Set(question.gold);
  return {
    question,
    recallAt5: recallAt(5, found, gold),
    reciprocalRank: reciprocalRankAt(SEARCH_DEPTH, found, gold),
    searchMs,
  };
}
