import { showProgress } from "./show-progress.ts";

/** What a command that prepares an index reports, and when it ends. */
export function reporting(signal: AbortSignal) {
  return { signal, onProgress: showProgress(process.stderr), onNotice: notice };
}

/** On a terminal the line redraws itself; elsewhere a line for each tenth. */
export function showCount(what: string, done: number, total: number): void {
  const line = `${what} ${done} of ${total}`;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}${done === total ? "\n" : ""}`);
  else if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total)) notice(line);
}

/** A line for the person at the terminal, beside the output. */
export function notice(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A line of output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
