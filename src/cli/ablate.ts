import type { Config } from "../config.ts";
import { ABLATIONS } from "../eval/ablations.ts";
import { type AblationRow, evaluateAblations } from "../eval/evaluate-ablations.ts";
import { type BeirRow, evaluateBeir } from "../eval/evaluate-beir.ts";
import { isAnswerable } from "../eval/gold-question.ts";
import { ablationsJson, printAblations } from "../eval/print-ablations.ts";
import { printBeirAblations } from "../eval/print-beir.ts";
import type { EvaluateArguments } from "./evaluate-arguments.ts";
import { notice, print, showCount } from "./evaluate-output.ts";
import { UsageError } from "./run-command.ts";
import { openBeir } from "./score-beir.ts";
import { chooseQuestions, openFootnote, type QuestionArguments } from "./score-questions.ts";

/** Searches for the answerable gold questions without some stages of retrieval, in turn, and prints a row for each. */
export async function ablateQuestions(
  config: Config,
  wanted: QuestionArguments,
  signal: AbortSignal,
): Promise<void> {
  const questions = (await chooseQuestions(wanted)).filter(isAnswerable);
  if (questions.length === 0)
    throw new UsageError("No paper answers these questions: there is nothing to find.");
  const footnote = await openFootnote(config, signal);
  const rows: AblationRow[] = [];
  const parts = { footnote, now: () => performance.now(), signal };
  for await (const row of evaluateAblations(questions, ABLATIONS, parts)) {
    rows.push(row);
    showCount("Tried", rows.length, ABLATIONS.length);
    for (const { question, failure } of row.results)
      if (failure !== undefined) notice(`Failed and counted as not found: ${question.id}: ${failure}`);
  }
  if (wanted.isJson) print(JSON.stringify(ablationsJson(rows), null, 2));
  else print(printAblations(rows, wanted.isMarkdown ? "markdown" : "plain"));
}

/** The same for a set in BEIR layout. */
export async function ablateBeir(
  config: Config,
  folder: string,
  { limit, isJson, isMarkdown }: Pick<EvaluateArguments, "limit" | "isJson" | "isMarkdown">,
  signal: AbortSignal,
): Promise<void> {
  const { name, queries, collection } = await openBeir(config, folder, signal);
  const asked = queries.slice(0, limit);
  const found: { name: string; rows: readonly BeirRow[] }[] = [];
  for (const { name: ablation, stages } of ABLATIONS) {
    found.push({
      name: ablation,
      rows: await Array.fromAsync(evaluateBeir(asked, collection, { stages, signal })),
    });
    showCount("Tried", found.length, ABLATIONS.length);
  }
  if (isJson) print(JSON.stringify(found, null, 2));
  else print(printBeirAblations(name, found, isMarkdown ? "markdown" : "plain"));
}
