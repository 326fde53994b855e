import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a finished command left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command of the command line that is running, and what it has printed so far. */
export interface Running {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Waits until standard output or standard error has this. */
  prints(expected: RegExp): Promise<RegExpExecArray>;
}

/**
 * Starts a command as npm would, with nothing of this machine's configuration but what a process needs to
 * run.
 */
export function start(
  command: "serve" | "ingest" | "ask",
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, ["src/cli/launch.mjs", command, ...argv], {
    cwd: root,
    env: { PATH: process.env["PATH"], ...environment },
  });
  const printed = { stdout: "", stderr: "" };
  const heard = new EventTarget();
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      printed[stream] += text;
      heard.dispatchEvent(new Event("print"));
    });
  }
  const finished = new Promise<Finished>((resolve) => {
    child.once("close", (code) => {
      resolve({ code, ...printed });
      heard.dispatchEvent(new Event("print"));
    });
  });
  return {
    child,
    finished,
    prints: (expected) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = expected.exec(`${printed.stdout}\n${printed.stderr}`);
          if (found) resolve(found);
          else if (child.exitCode !== null) reject(new Error(`Ended without ${expected}: ${printed.stderr}`));
        };
        heard.addEventListener("print", look);
        look();
      }),
  };
}

/** Runs a command to its end. */
export async function run(...command: Parameters<typeof start>): Promise<Finished> {
  return await start(...command).finished;
}
