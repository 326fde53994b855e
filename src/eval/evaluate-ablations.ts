import type { Footnote } from "../domain/footnote.ts";
import type { Ablation } from "./ablations.ts";
import { conversationOf, SEARCH_DEPTH } from "./ask-question.ts";
import { describeFailure } from "./evaluate.ts";
import type { GoldQuestion } from "./gold-question.ts";
import { recallAt, reciprocalRankAt } from "./score-ranking.ts";

/** What one ablation found for one question. */
export interface AblationResult {
  readonly question: GoldQuestion;
  readonly recallAt5: number;
  readonly reciprocalRank: number;
  readonly searchMs: number;
  /** Why the search failed; it then counts as having found nothing. */
  readonly failure?: string;
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
  parts: AblationParts,
): Promise<AblationResult> {
  const startedAt = parts.now();
  const { found, failure } = await titlesFound(stages, question, parts);
  const gold = new Set(question.gold);
  return {
    question,
    recallAt5: recallAt(5, found, gold),
    reciprocalRank: reciprocalRankAt(SEARCH_DEPTH, found, gold),
    searchMs: parts.now() - startedAt,
    ...(failure !== undefined && { failure }),
  };
}

/** What was found, best first; nothing where the search failed, and why. */
async function titlesFound(
  stages: Ablation["stages"],
  question: GoldQuestion,
  { footnote, signal }: AblationParts,
): Promise<{ readonly found: readonly string[]; readonly failure?: string }> {
  try {
    const { papers } = await footnote.search(conversationOf(question), { k: SEARCH_DEPTH, stages, signal });
    return { found: papers.map(({ paper }) => paper.title) };
  } catch (error) {
    signal.throwIfAborted();
    return { found: [], failure: describeFailure(error) };
  }
}
