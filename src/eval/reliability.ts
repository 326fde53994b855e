import type { Row } from "./row.ts";

/** Questions of like doubt: how great it was on average, and what share of them no paper answers. */
export interface ReliabilityBin {
  readonly doubt: number;
  readonly unanswerable: number;
  readonly count: number;
}

const BINS = 5;

/** The questions whose doubt was judged, in bins of equal width that hold at least one; doubts and shares are 0..1. */
export function reliabilityOf(rows: readonly Row[]): readonly ReliabilityBin[] {
  const judged = rows.flatMap(({ doubt, isAnswerable }) =>
    doubt === undefined ? [] : [{ doubt, isAnswerable }],
  );
  const bins = Map.groupBy(judged, ({ doubt }) => Math.min(BINS - 1, Math.floor(doubt * BINS)));
  return [...bins]
    .sort(([one], [other]) => one - other)
    .map(([, members]) => ({
      doubt: members.reduce((sum, { doubt }) => sum + doubt, 0) / members.length,
      unanswerable: members.filter(({ isAnswerable }) => !isAnswerable).length / members.length,
      count: members.length,
    }));
}

/** The least doubt at which a question was refused; undefined where none was. */
export function refusedFrom(rows: readonly Row[]): number | undefined {
  const refused = rows.flatMap(({ doubt, outcome }) =>
    doubt !== undefined && outcome?.startsWith("refused") ? [doubt] : [],
  );
  return refused.length > 0 ? Math.min(...refused) : undefined;
}
