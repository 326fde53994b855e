import { QUESTION_TYPES } from "./gold-question.ts";
import { printTable, shareCell, type TableStyle } from "./print-table.ts";
import { DELETION_ENDINGS, type DeletionRow } from "./score-deletion.ts";

/** The shares of endings by type and over all, for questions asked without their evidence. */
export function printDeletion(rows: readonly DeletionRow[], style: TableStyle): string {
  const groups = [
    ...QUESTION_TYPES.map((type) => [type, rows.filter((row) => row.type === type)] as const),
    ["all", rows] as const,
  ].filter(([, members]) => members.length > 0);
  const lines = groups.map(([group, members]) => [
    group,
    String(members.length),
    ...DELETION_ENDINGS.map((ending) => shareCell(shareOf(members, (row) => row.ending === ending))),
    shareCell(shareOf(members, (row) => row.ending !== "answered")),
  ]);
  return printTable([["without evidence", "n", ...DELETION_ENDINGS, "refused or carried"], ...lines], style);
}

/** The same for another program. */
export function deletionJson(rows: readonly DeletionRow[]) {
  return {
    questionCount: rows.length,
    refusedOrCarried: shareOf(rows, (row) => row.ending !== "answered"),
    rows,
  };
}

function shareOf(rows: readonly DeletionRow[], isCounted: (row: DeletionRow) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(isCounted).length / rows.length;
}
