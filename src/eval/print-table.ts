/** Cells as they are shown; the first row is the head, and the first column is text, the others are numbers. */
export type Table = readonly (readonly string[])[];

export type TableStyle = "plain" | "markdown";

/** A table as lines: aligned with spaces for a terminal, or as Markdown. */
export function printTable(table: Table, style: TableStyle): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((cells) => [...(cells[column] ?? "")].length)),
  );
  const lines = table.map((cells) => cells.map((cell, column) => align(cell, column, widths[column] ?? 0)));
  if (style === "plain") return lines.map((cells) => cells.join("  ").trimEnd()).join("\n");
  const [head = [], ...rest] = lines.map((cells) => `| ${cells.join(" | ")} |`);
  const rule = `|${widths.map((width, column) => `${"-".repeat(width + 1)}${column === 0 ? "-" : ":"}`).join("|")}|`;
  return [head, rule, ...rest].join("\n");
}

/** A share or an average in three places; a dash where there is none. */
export function shareCell(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3);
}

function align(cell: string, column: number, width: number): string {
  const space = " ".repeat(Math.max(0, width - [...cell].length));
  return column === 0 ? cell + space : space + cell;
}
