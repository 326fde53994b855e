import { averageBeir, BEIR_FIGURES, type BeirRow } from "./evaluate-beir.ts";
import { printTable, shareCell, type TableStyle } from "./print-table.ts";

/** The queries that failed, then a line for each figure; `nDCG@10 0.xxx` is the last. */
export function printBeir(name: string, rows: readonly BeirRow[]): string {
  const averages = averageBeir(rows);
  const failed = rows.filter(({ failure }) => failure !== undefined);
  const [first, ...others] = BEIR_FIGURES;
  return [
    `${name}: ${rows.length} queries`,
    ...failed.map(({ queryId, failure }) => `Failed and counted as 0: query ${queryId}: ${failure}`),
    ...[...others, first].map((figure) => `${figure} ${shareCell(averages[figure])}`),
  ].join("\n");
}

/** The same for another program. */
export function beirJson(name: string, rows: readonly BeirRow[]) {
  return { name, queryCount: rows.length, averages: averageBeir(rows), rows };
}

/** The averages of each ablation, a row each. */
export function printBeirAblations(
  name: string,
  ablations: readonly { readonly name: string; readonly rows: readonly BeirRow[] }[],
  style: TableStyle,
): string {
  const cells = ablations.map(({ name: ablation, rows }) => {
    const averages = averageBeir(rows);
    const failed = rows.filter(({ failure }) => failure !== undefined).length;
    return [ablation, ...BEIR_FIGURES.map((figure) => shareCell(averages[figure])), String(failed)];
  });
  return printTable([[name, ...BEIR_FIGURES, "failed"], ...cells], style);
}
