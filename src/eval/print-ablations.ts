import type { AblationResult, AblationRow } from "./evaluate-ablations.ts";
import type { QuestionType } from "./gold-question.ts";
import { percentile } from "./percentile.ts";
import { printTable, shareCell, type TableStyle } from "./print-table.ts";
import { mean } from "./summarise.ts";

/** Groups of question types that go together; together they are all types with gold papers. */
const GROUPS: readonly (readonly [name: string, types: readonly QuestionType[]])[] = [
  ["paraphrase", ["paraphrase"]],
  ["multi", ["multi"]],
  ["exact", ["numeric", "named", "terse", "noisy"]],
  ["followup", ["followup"]],
  ["whole", ["compound", "summary"]],
  ["language", ["language"]],
];

/** R@5 / MRR@10 of each ablation by group of questions, and the p50 of a search in milliseconds. */
export function printAblations(rows: readonly AblationRow[], style: TableStyle): string {
  const types = new Set(rows.flatMap(({ results }) => results.map(({ question }) => question.type)));
  const shown = GROUPS.filter(([, members]) => members.some((type) => types.has(type)));
  return printTable(
    [
      ["R@5 / MRR@10", "all", ...shown.map(([name]) => name), "ms"],
      ...rows.map(({ name, results }) => [
        name,
        figuresCell(results),
        ...shown.map(([, members]) =>
          figuresCell(results.filter(({ question }) => members.includes(question.type))),
        ),
        percentile(
          results.map(({ searchMs }) => searchMs),
          0.5,
        )?.toFixed(0) ?? "–",
      ]),
    ],
    style,
  );
}

/** The same for another program. */
export function ablationsJson(rows: readonly AblationRow[]) {
  return rows.map(({ name, results }) => ({
    name,
    results: results.map(({ question, ...figures }) => ({
      id: question.id,
      type: question.type,
      ...figures,
    })),
  }));
}

function figuresCell(results: readonly AblationResult[]): string {
  const recall = mean(results.map(({ recallAt5 }) => recallAt5));
  const reciprocal = mean(results.map(({ reciprocalRank }) => reciprocalRank));
  return `${shareCell(recall)} / ${shareCell(reciprocal)}`;
}
