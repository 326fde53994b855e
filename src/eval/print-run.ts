import type { Comparison } from "./compare-runs.ts";
import { printComparison } from "./print-comparison.ts";
import type { Row } from "./row.ts";
import type { Run } from "./saved-runs.ts";
import { summarise } from "./summarise.ts";
import { printSummaries } from "./summary-tables.ts";

/** A run, where it was saved, and the run that it is compared with where there is one. */
export interface RunReport {
  readonly run: Run;
  readonly file: string;
  readonly previous: Run | undefined;
  readonly comparison: Comparison | undefined;
}

/** The tables, the questions that failed, the comparison and the file, as text for a terminal. */
export function printRun({ run, file, previous, comparison }: RunReport): string {
  const parts = [printSummaries(summarise(run.rows), "plain"), ...printFailures(run.rows)];
  if (previous && comparison) {
    parts.push(
      `Compared with the run of ${previous.startedAt} (${previous.model}), ` +
        `${comparison.sharedCount} of ${run.rows.length} questions in both:\n\n${printComparison(comparison)}`,
    );
  }
  return [...parts, `Model: ${run.model}. Saved as ${file}.`].join("\n\n");
}

/** The same for another program; rows with everything that they were scored from. */
export function runJson({ run, file, previous, comparison }: RunReport) {
  const { rows, ...head } = run;
  return {
    ...head,
    file,
    summaries: summarise(rows),
    ...(previous && { comparedWith: { startedAt: previous.startedAt, model: previous.model }, comparison }),
    rows,
  };
}

/** The questions that failed, with why; empty where none did. */
export function printFailures(rows: readonly Row[]): readonly string[] {
  const lines = rows
    .filter(({ failure }) => failure !== undefined)
    .map(({ id, question, failure }) => `  ${id}  “${question}”\n      ${failure}`);
  return lines.length > 0 ? [`Failed and counted as wrong (${lines.length}):\n${lines.join("\n")}`] : [];
}
