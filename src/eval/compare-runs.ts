import { FIGURES, type Figure, isFault } from "./figures.ts";
import type { Row } from "./row.ts";
import { signTest } from "./sign-test.ts";
import { mean } from "./summarise.ts";

/** One question's figure in two runs. */
export interface Pair {
  readonly id: string;
  readonly question: string;
  readonly before: number;
  readonly after: number;
}

/** How one figure changed over the questions that have it in both runs. */
export interface FigureChange {
  readonly figure: Figure;
  readonly questionCount: number;
  readonly before: number;
  readonly after: number;
  readonly wins: readonly Pair[];
  readonly losses: readonly Pair[];
  /** Of a two-sided sign test over wins and losses. */
  readonly pValue: number;
}

export interface Comparison {
  /** Questions of the same id and wording in both runs. */
  readonly sharedCount: number;
  readonly changes: readonly FigureChange[];
}

/** Rounding differs by less than this, any real change of a figure by more. */
const TOLERANCE = 1e-9;

/** Pairs two runs question by question; a figure that a question has in one run only is left out of both averages. */
export function compareRuns(before: readonly Row[], after: readonly Row[]): Comparison {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const shared = after.flatMap((row) => {
    const partner = earlier.get(row.id);
    return partner?.question === row.question ? [{ before: partner, after: row }] : [];
  });
  return {
    sharedCount: shared.length,
    changes: FIGURES.flatMap((figure) => {
      const pairs = shared.flatMap((rows) => pairOf(figure, rows));
      return pairs.length > 0 ? [changeOf(figure, pairs)] : [];
    }),
  };
}

function pairOf(figure: Figure, rows: { readonly before: Row; readonly after: Row }): readonly Pair[] {
  const before = rows.before.figures[figure];
  const after = rows.after.figures[figure];
  const { id, question } = rows.after;
  return before === undefined || after === undefined ? [] : [{ id, question, before, after }];
}

function changeOf(figure: Figure, pairs: readonly Pair[]): FigureChange {
  const gain = ({ before, after }: Pair) => (isFault(figure) ? before - after : after - before);
  const wins = pairs.filter((pair) => gain(pair) > TOLERANCE);
  const losses = pairs.filter((pair) => gain(pair) < -TOLERANCE);
  return {
    figure,
    questionCount: pairs.length,
    before: mean(pairs.map((pair) => pair.before)) ?? 0,
    after: mean(pairs.map((pair) => pair.after)) ?? 0,
    wins,
    losses,
    pValue: signTest(wins.length, losses.length),
  };
}
