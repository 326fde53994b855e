import type { Comparison, FigureChange, Pair } from "./compare-runs.ts";
import { printTable, shareCell } from "./print-table.ts";

/** Long questions are cut: the id finds them. */
const QUESTION_CHARACTERS = 90;

/** A comparison as text: a line for each figure, then each question that won or lost with the figures it did so in. */
export function printComparison({ sharedCount, changes }: Comparison): string {
  if (sharedCount === 0) return "No question is in both runs.";
  const table = printTable(
    [["figure", "n", "before", "after", "won", "lost", "p"], ...changes.map(changeCells)],
    "plain",
  );
  return [
    table,
    ...namedQuestions("Won", changes, ({ wins }) => wins),
    ...namedQuestions("Lost", changes, ({ losses }) => losses),
  ].join("\n\n");
}

function changeCells(change: FigureChange): readonly string[] {
  return [
    change.figure,
    String(change.questionCount),
    shareCell(change.before),
    shareCell(change.after),
    String(change.wins.length),
    String(change.losses.length),
    shareCell(change.pValue),
  ];
}

function namedQuestions(
  heading: string,
  changes: readonly FigureChange[],
  pairsOf: (change: FigureChange) => readonly Pair[],
): readonly string[] {
  const named = changes.flatMap((change) =>
    pairsOf(change).map((pair) => ({ ...pair, figure: change.figure })),
  );
  const lines = [...Map.groupBy(named, ({ id }) => id)].map(([id, figures]) => {
    const moved = figures.map(
      ({ figure, before, after }) => `${figure} ${shareCell(before)} → ${shareCell(after)}`,
    );
    return `  ${id}  “${shorten(figures[0]?.question ?? "")}”\n      ${moved.join(", ")}`;
  });
  return lines.length > 0 ? [`${heading} (${lines.length}):\n${lines.join("\n")}`] : [];
}

function shorten(question: string): string {
  const line = question.replace(/\s+/gu, " ");
  return line.length > QUESTION_CHARACTERS ? `${line.slice(0, QUESTION_CHARACTERS)}…` : line;
}
