import type { IndexProgress } from "../domain/answer.ts";

/** Where progress is written: a terminal, or a file or pipe that gets plain lines. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const BAR_CELLS = 24;

/** Without a terminal, a line for each tenth of the papers. */
const PLAIN_STEPS = 10;

/** Shows how far the index is: a bar that redraws itself on a terminal, else a plain line now and then. */
export function showProgress(output: ProgressOutput): (progress: IndexProgress) => void {
  let lastStep = -1;
  return (progress) => {
    const isDone = progress.papersDone === progress.papersTotal;
    if (output.isTTY) {
      output.write(`\r\u001b[2K${progressBar(progress)}${isDone ? "\n" : ""}`);
      return;
    }
    const step = Math.floor((progress.papersDone / Math.max(1, progress.papersTotal)) * PLAIN_STEPS);
    if (step === lastStep) return;
    lastStep = step;
    output.write(`${progressLine(progress)}\n`);
  };
}

/** `Indexing ██████░░░░ 120 of 320 papers, 19 a second, 11 s left`. */
export function progressBar(progress: IndexProgress): string {
  const filled = Math.round((progress.papersDone / Math.max(1, progress.papersTotal)) * BAR_CELLS);
  return `Indexing ${"█".repeat(filled)}${"░".repeat(BAR_CELLS - filled)} ${figures(progress)}`;
}

function progressLine(progress: IndexProgress): string {
  return `Indexing: ${figures(progress)}`;
}

function figures({ papersDone, papersTotal, papersPerSecond, secondsLeft }: IndexProgress): string {
  const parts = [`${papersDone} of ${papersTotal} papers`];
  if (papersPerSecond > 0) parts.push(`${papersPerSecond.toFixed(papersPerSecond < 10 ? 1 : 0)} a second`);
  if (secondsLeft !== undefined && papersDone < papersTotal) parts.push(`${Math.ceil(secondsLeft)} s left`);
  return parts.join(", ");
}
