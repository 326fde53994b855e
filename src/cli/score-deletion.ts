import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Footnote } from "../domain/footnote.ts";
import { allPapers } from "../eval/all-papers.ts";
import { type DeletionRound, deletionRounds } from "../eval/delete-evidence.ts";
import { evaluateDeletion } from "../eval/evaluate-deletion.ts";
import { deletionJson, printDeletion } from "../eval/print-deletion.ts";
import type { DeletionRow } from "../eval/score-deletion.ts";
import { notice, print, reporting, showCount } from "./evaluate-output.ts";
import { UsageError } from "./run-command.ts";
import { chooseQuestions, openFootnote, type QuestionArguments } from "./score-questions.ts";

/** Asks the questions that one paper answers of a collection from which their evidence is gone, and prints how they end. */
export async function scoreDeletion(
  config: Config,
  wanted: QuestionArguments,
  signal: AbortSignal,
): Promise<void> {
  const questions = await chooseQuestions(wanted);
  const papers = await allPapers(await openFootnote(config, signal), signal);
  const rounds = deletionRounds(questions, papers);
  const total = rounds.reduce((sum, round) => sum + round.questions.length, 0);
  if (total === 0)
    throw new UsageError("None of these questions has one paper with evidence that could be taken out.");
  const rows: DeletionRow[] = [];
  for (const [position, round] of rounds.entries()) {
    notice(
      `Round ${position + 1} of ${rounds.length}: ${round.questions.length} questions without their evidence.`,
    );
    const footnote = await openRound(config, round, signal);
    for await (const row of evaluateDeletion(round.questions, {
      footnote,
      now: () => performance.now(),
      signal,
    })) {
      rows.push(row);
      showCount("Asked", rows.length, total);
    }
  }
  for (const { id, failure } of rows)
    if (failure !== undefined) notice(`Failed and counted as answered: question ${id}: ${failure}`);
  if (questions.length > total)
    notice(
      `${questions.length - total} questions have no single paper with evidence that could be taken out, and were not asked.`,
    );
  print(
    wanted.isJson
      ? JSON.stringify(deletionJson(rows), null, 2)
      : printDeletion(rows, wanted.isMarkdown ? "markdown" : "plain"),
  );
}

/** Footnote over the round's papers alone, under a data folder of their own that no page is read into. */
async function openRound(config: Config, { papers }: DeletionRound, signal: AbortSignal): Promise<Footnote> {
  const dataDir = join(config.dataDir, "deletion");
  const seedsDir = join(dataDir, "no-pages");
  await mkdir(seedsDir, { recursive: true });
  const roundConfig = { ...config, dataDir, seedsDir };
  const { openCollection } = await import("../compose/open-collection.ts");
  await openCollection(roundConfig, papers, reporting(signal));
  // That the folder holds no page is as it should be.
  return await openFootnote(roundConfig, signal, () => {});
}
