import { type Config, readConfig } from "../config.ts";
import { FootnoteError } from "../domain/errors.ts";

/** Ends the run with exit code 2: the command was called wrongly. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What shells give a process that Ctrl+C ended: 128 and the signal's number. */
const EXIT_INTERRUPTED = 130;

/**
 * Runs one command of the command line: reads the configuration, and turns what goes wrong into a message and an exit
 * code (1 failed, 2 called wrongly). The signal is aborted by Ctrl+C and by SIGTERM; a second signal ends the process.
 */
export async function runCommand(
  command: (config: Config, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  // The handlers stay: a library that finds the last one gone would kill the process on the first signal.
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => (stop.signal.aborted ? process.exit(EXIT_INTERRUPTED) : stop.abort()));
  }
  // Who reads only the beginning (`| head`) has what they wanted.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  try {
    await command(readConfig(process.env), stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return;
    process.exitCode = error instanceof UsageError ? 2 : 1;
    process.stderr.write(`${describe(error)}\n`);
  }
}

function describe(error: unknown): string {
  if (error instanceof FootnoteError || error instanceof UsageError) return error.message;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Something went wrong that Footnote did not expect:\n${detail}`;
}
