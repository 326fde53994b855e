import type { ClaimRow } from "./evaluate-claims.ts";
import { printTable, shareCell, type TableStyle } from "./print-table.ts";
import { claimFigures, isRight, scoreClaims } from "./score-claims.ts";

/** Claims judged wrong that are named; all of them stand in the JSON. */
const MAX_WRONG_NAMED = 20;

/** The claims that failed or were judged wrong, the shares right by label and change, and the figures over all. */
export function printClaims(rows: readonly ClaimRow[], style: TableStyle): string {
  const figures = claimFigures(rows);
  const shares = [
    ["claims", "n", "supported or not", "three-way"],
    ...scoreClaims(rows).map(({ group, count, supportedOrNot, threeWay }) => [
      group,
      String(count),
      shareCell(supportedOrNot),
      shareCell(threeWay),
    ]),
  ];
  const overall = [
    ["over all claims", ""],
    ["balanced accuracy, supported or not", shareCell(figures.balancedAccuracy)],
    ["balanced accuracy, three-way", shareCell(figures.threeWayBalanced)],
    ["accuracy, three-way", shareCell(figures.threeWayAccuracy)],
    ["AUC, supported or not", shareCell(figures.auc)],
    ["AUC of the claim's length alone", shareCell(figures.lengthAuc)],
  ];
  return [printTable(shares, style), printTable(overall, style)].join("\n\n");
}

/** A line for each claim that failed, and for the first of those judged wrong. */
export function printWrongClaims(rows: readonly ClaimRow[]): readonly string[] {
  const failed = rows.filter(({ failure }) => failure !== undefined);
  const wrong = rows.filter((row) => row.failure === undefined && !isRight(row));
  const left = wrong.length - MAX_WRONG_NAMED;
  return [
    ...failed.map(({ id, failure }) => `Failed and counted as wrong: claim ${id}: ${failure}`),
    ...wrong.slice(0, MAX_WRONG_NAMED).map(describeWrong),
    ...(left > 0 ? [`And ${left} more judged wrong: --json names them all.`] : []),
  ];
}

/** The same for another program. */
export function claimsJson(rows: readonly ClaimRow[]) {
  return { claimCount: rows.length, figures: claimFigures(rows), groups: scoreClaims(rows), rows };
}

function describeWrong({ id, claim, label, verdict, reasons = [] }: ClaimRow): string {
  const why = reasons.length > 0 ? ` (${reasons.join("; ")})` : "";
  return `Judged wrong: claim ${id} is ${label}, called ${verdict}${why}: ${claim}`;
}
