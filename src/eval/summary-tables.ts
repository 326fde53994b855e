import { FIGURES } from "./figures.ts";
import { printTable, shareCell, type Table, type TableStyle } from "./print-table.ts";
import { LATENCIES, type LatencyName, type LatencySpread, type Summary } from "./summarise.ts";

const LATENCY_HEADS: Readonly<Record<LatencyName, string>> = {
  firstTokenMs: "first token",
  firstCitationMs: "first citation",
  totalMs: "total",
  searchMs: "search",
};

/** The two tables of a run: figures, and milliseconds as p50 / p95. */
export function printSummaries(summaries: readonly Summary[], style: TableStyle): string {
  return [figureTable(summaries), latencyTable(summaries)]
    .map((table) => printTable(table, style))
    .join("\n\n");
}

function figureTable(summaries: readonly Summary[]): Table {
  const shown = FIGURES.filter((figure) => summaries.some(({ figures }) => figures[figure] !== undefined));
  return [
    ["questions", "n", ...shown],
    ...summaries.map(({ group, questionCount, figures }) => [
      group,
      String(questionCount),
      ...shown.map((figure) => shareCell(figures[figure])),
    ]),
  ];
}

function latencyTable(summaries: readonly Summary[]): Table {
  return [
    ["ms, p50 / p95", "n", ...LATENCIES.map((name) => LATENCY_HEADS[name])],
    ...summaries.map(({ group, questionCount, latencies }) => [
      group,
      String(questionCount),
      ...LATENCIES.map((name) => spreadCell(latencies[name])),
    ]),
  ];
}

function spreadCell(spread: LatencySpread | undefined): string {
  return spread ? `${spread.p50.toFixed(0)} / ${spread.p95.toFixed(0)}` : "–";
}
