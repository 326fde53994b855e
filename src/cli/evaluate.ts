import { join } from "node:path";
import { composeFootnote } from "../compose/compose-footnote.ts";
import type { Config } from "../config.ts";
import type { Footnote } from "../domain/footnote.ts";
import { readBeir } from "../eval/beir.ts";
import { compareRuns } from "../eval/compare-runs.ts";
import { evaluate } from "../eval/evaluate.ts";
import { evaluateBeir } from "../eval/evaluate-beir.ts";
import type { GoldQuestion } from "../eval/gold-question.ts";
import { beirJson, printBeir } from "../eval/print-beir.ts";
import { printFailures, printRun, runJson } from "../eval/print-run.ts";
import { readQuestions } from "../eval/read-questions.ts";
import { lastRun, type Run, runsFolderOf, saveRun, writeRun } from "../eval/saved-runs.ts";
import { summarise } from "../eval/summarise.ts";
import { printSummaries } from "../eval/summary-tables.ts";
import { unknownTitles } from "../eval/unknown-titles.ts";
import { EVALUATE_USAGE, type EvaluateArguments, readEvaluateArguments } from "./evaluate-arguments.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { showProgress } from "./show-progress.ts";

await runCommand(async (config, signal) => {
  const wanted = readEvaluateArguments(process.argv.slice(2));
  if (wanted.isHelp) process.stdout.write(`${EVALUATE_USAGE}\n`);
  else if (wanted.beirFolder !== undefined) await scoreBeir(config, wanted.beirFolder, wanted, signal);
  else await scoreQuestions(config, wanted, signal);
});

async function scoreQuestions(config: Config, wanted: EvaluateArguments, signal: AbortSignal): Promise<void> {
  const questions = chooseQuestions(await readQuestions(wanted.questionsFile), wanted);
  const runsFolder = runsFolderOf(config.dataDir);
  // Before the questions, so that a folder that can't be read is told at once.
  const previous = await lastRun(runsFolder, new Set(questions.map(({ id }) => id)), notice);
  const footnote = await openFootnote(config, signal);
  for (const title of await unknownTitles(questions, footnote, signal))
    notice(`No paper here has the gold title “${title}”: questions about it count as not found.`);
  const run = await askAll(questions, footnote, wanted.questionsFile, signal);
  const file = await saveRun(runsFolder, run);
  if (wanted.outFile !== undefined) await writeRun(wanted.outFile, run);
  const report = { run, file, previous, comparison: previous && compareRuns(previous.rows, run.rows) };
  if (wanted.isJson) print(JSON.stringify(runJson(report), null, 2));
  else if (wanted.isMarkdown) {
    for (const failures of printFailures(run.rows)) notice(failures);
    print(printSummaries(summarise(run.rows), "markdown"));
  } else print(printRun(report));
}

function chooseQuestions(
  questions: readonly GoldQuestion[],
  { types, limit }: EvaluateArguments,
): readonly GoldQuestion[] {
  const chosen = questions.filter(({ type }) => types.length === 0 || types.includes(type)).slice(0, limit);
  if (chosen.length === 0) throw new UsageError(`No question is of the type ${types.join(" or ")}.`);
  return chosen;
}

/** Waits until the index is up to date: no question's latency holds any of that. */
async function openFootnote(config: Config, signal: AbortSignal): Promise<Footnote> {
  const { footnote, prepared } = await composeFootnote(config, reporting(signal));
  await prepared.catch((error: unknown) => {
    // Papers indexed before can be asked about all the same.
    if (signal.aborted || footnote.readiness().paperCount === 0) throw error;
    notice(error instanceof Error ? error.message : String(error));
  });
  return footnote;
}

async function askAll(
  questions: readonly GoldQuestion[],
  footnote: Footnote,
  questionsFile: string,
  signal: AbortSignal,
): Promise<Run> {
  const startedAt = new Date().toISOString();
  const rows: Run["rows"] = [];
  for await (const row of evaluate(questions, { footnote, now: () => performance.now(), signal })) {
    rows.push(row);
    showCount("Asked", rows.length, questions.length);
  }
  return { startedAt, questionsFile, model: footnote.readiness().model, rows };
}

async function scoreBeir(
  config: Config,
  folder: string,
  { limit, isJson }: EvaluateArguments,
  signal: AbortSignal,
): Promise<void> {
  const { name, papers, queries } = await readBeir(folder);
  const { openCollection } = await import("../compose/open-collection.ts");
  const dataDir = join(config.dataDir, "beir", name);
  const collection = await openCollection({ ...config, dataDir }, papers, reporting(signal));
  const rows = [];
  const asked = queries.slice(0, limit);
  for await (const row of evaluateBeir(asked, collection, signal)) {
    rows.push(row);
    showCount("Searched", rows.length, asked.length);
  }
  print(isJson ? JSON.stringify(beirJson(name, rows), null, 2) : printBeir(name, rows));
}

function reporting(signal: AbortSignal) {
  return { signal, onProgress: showProgress(process.stderr), onNotice: notice };
}

/** On a terminal the line redraws itself; elsewhere a line for each tenth. */
function showCount(what: string, done: number, total: number): void {
  const line = `${what} ${done} of ${total}`;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}${done === total ? "\n" : ""}`);
  else if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total)) notice(line);
}

function notice(text: string): void {
  process.stderr.write(`${text}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
