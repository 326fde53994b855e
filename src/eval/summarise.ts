import { FIGURES, type Figure, type Figures } from "./figures.ts";
import { QUESTION_TYPES } from "./gold-question.ts";
import { percentile } from "./percentile.ts";
import type { Latency, Row } from "./row.ts";

export const LATENCIES = [
  "firstTokenMs",
  "firstCitationMs",
  "totalMs",
  "searchMs",
] as const satisfies readonly (keyof Latency)[];
export type LatencyName = (typeof LATENCIES)[number];

/** Milliseconds that half and 95% of the questions did not exceed. */
export interface LatencySpread {
  readonly p50: number;
  readonly p95: number;
}

/** The averages over a group of questions; what no question of it has is absent. */
export interface Summary {
  readonly group: string;
  readonly questionCount: number;
  readonly failedCount: number;
  readonly figures: Figures;
  readonly latencies: { readonly [name in LatencyName]?: LatencySpread };
}

export const ALL_ANSWERABLE = "all answerable";
export const ALL = "all";

/** The averages by type, over all answerable questions, and over all; a group without questions is left out. */
export function summarise(rows: readonly Row[]): readonly Summary[] {
  const groups = [
    ...QUESTION_TYPES.map((type) => ({ group: type, members: rows.filter((row) => row.type === type) })),
    { group: ALL_ANSWERABLE, members: rows.filter((row) => row.isAnswerable) },
    { group: ALL, members: rows },
  ];
  return groups
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) => summary(group, members));
}

function summary(group: string, rows: readonly Row[]): Summary {
  return {
    group,
    questionCount: rows.length,
    failedCount: rows.filter(({ failure }) => failure !== undefined).length,
    figures: averageFigures(rows.map(({ figures }) => figures)),
    latencies: spreadLatencies(rows.flatMap(({ latency }) => latency ?? [])),
  };
}

/** The average of each figure over those that have it. */
export function averageFigures(all: readonly Figures[]): Figures {
  const averages: { [figure in Figure]?: number } = {};
  for (const figure of FIGURES) {
    const average = mean(all.flatMap((figures) => figures[figure] ?? []));
    if (average !== undefined) averages[figure] = average;
  }
  return averages;
}

/** Undefined where there are no values. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spreadLatencies(all: readonly Latency[]): Summary["latencies"] {
  const spreads: { [name in LatencyName]?: LatencySpread } = {};
  for (const name of LATENCIES) {
    const values = all.flatMap((latency) => latency[name] ?? []);
    const [p50, p95] = [percentile(values, 0.5), percentile(values, 0.95)];
    if (p50 !== undefined && p95 !== undefined) spreads[name] = { p50, p95 };
  }
  return spreads;
}
