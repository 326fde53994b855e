import { composeFootnote } from "../compose/compose-footnote.ts";
import type { Config } from "../config.ts";
import type { Footnote } from "../domain/footnote.ts";
import { compareRuns } from "../eval/compare-runs.ts";
import { drawReliability } from "../eval/draw-reliability.ts";
import { evaluate } from "../eval/evaluate.ts";
import type { GoldQuestion } from "../eval/gold-question.ts";
import { printFailures, printRun, runJson } from "../eval/print-run.ts";
import { readQuestions } from "../eval/read-questions.ts";
import { refusedFrom, reliabilityOf } from "../eval/reliability.ts";
import { lastRun, type Run, runsFolderOf, saveRun, writeRun, writeText } from "../eval/saved-runs.ts";
import { summarise } from "../eval/summarise.ts";
import { printSummaries } from "../eval/summary-tables.ts";
import { unknownTitles } from "../eval/unknown-titles.ts";
import type { EvaluateArguments } from "./evaluate-arguments.ts";
import { notice, print, reporting, showCount } from "./evaluate-output.ts";
import { UsageError } from "./run-command.ts";

/** Asks gold questions, saves the run and prints its figures beside the last run's. */
export async function scoreQuestions(
  config: Config,
  wanted: QuestionArguments,
  signal: AbortSignal,
): Promise<void> {
  const questions = await chooseQuestions(wanted);
  const runsFolder = runsFolderOf(config.dataDir);
  // Before the questions, so that a folder that can't be read is told at once.
  const previous = await lastRun(runsFolder, new Set(questions.map(({ id }) => id)), notice);
  const footnote = await openFootnote(config, signal);
  for (const title of await unknownTitles(questions, footnote, signal))
    notice(`No paper here has the gold title “${title}”: questions about it count as not found.`);
  const run = await askAll(questions, footnote, wanted.questionsFile, signal);
  const file = await saveRun(runsFolder, run);
  if (wanted.outFile !== undefined) await writeRun(wanted.outFile, run);
  if (wanted.reliabilityFile !== undefined)
    await writeText(wanted.reliabilityFile, drawReliability(reliabilityOf(run.rows), refusedFrom(run.rows)));
  const report = { run, file, previous, comparison: previous && compareRuns(previous.rows, run.rows) };
  if (wanted.isJson) print(JSON.stringify(runJson(report), null, 2));
  else if (wanted.isMarkdown) {
    for (const failures of printFailures(run.rows)) notice(failures);
    print(printSummaries(summarise(run.rows), "markdown"));
  } else print(printRun(report));
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

/** What a scoring of questions is asked for. */
export type QuestionArguments = Omit<EvaluateArguments, "beirFolder" | "claimsFile">;

/** The questions of the file that are asked for. @throws {UsageError} where there are none. */
export async function chooseQuestions({
  questionsFile,
  types,
  limit,
}: QuestionArguments): Promise<readonly GoldQuestion[]> {
  const questions = await readQuestions(questionsFile);
  const chosen = questions.filter(({ type }) => types.length === 0 || types.includes(type)).slice(0, limit);
  if (chosen.length === 0) throw new UsageError(`No question is of the type ${types.join(" or ")}.`);
  return chosen;
}

/** Waits until the index is up to date and every model is loaded: no question's latency holds any of that. */
export async function openFootnote(
  config: Config,
  signal: AbortSignal,
  onNotice: (text: string) => void = notice,
): Promise<Footnote> {
  const { footnote, prepared, warmed } = await composeFootnote(config, { ...reporting(signal), onNotice });
  await prepared.catch((error: unknown) => {
    // Papers indexed before can be asked about all the same.
    if (signal.aborted || footnote.readiness().paperCount === 0) throw error;
    notice(error instanceof Error ? error.message : String(error));
  });
  await warmed;
  return footnote;
}
