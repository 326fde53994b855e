import { parseArgs } from "node:util";
import type { Config } from "../config.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { showProgress } from "./show-progress.ts";

const USAGE = `npm run ingest                       index the pages of the seeds folder
npm run ingest -- <file|folder>…     add saved daily-papers pages
npm run ingest -- --reembed          embed everything again after EMBEDDING_MODEL was changed`;

await runCommand(async (config, signal) => {
  const { positionals: paths, values } = readArguments();
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const address = paths.find((path) => /^https?:\/\//u.test(path));
  if (address)
    throw new UsageError(`${address} is an address: save the page as text and name the file instead.`);
  await ingest(config, { ...(paths.length > 0 && { paths }), mayReembed: values.reembed === true }, signal);
});

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { reembed: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`, { cause });
  }
}

async function ingest(
  config: Config,
  wanted: { readonly paths?: readonly string[]; readonly mayReembed: boolean },
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const { prepareIndex } = await import("../compose/prepare-index.ts");
  const { paperCount, hasChanged } = await prepareIndex(config, {
    ...wanted,
    now: Date.now,
    signal,
    onProgress: showProgress(process.stderr),
    onNotice: (notice) => process.stderr.write(`${notice}\n`),
    onOpened: () => {},
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const what = hasChanged ? "The index was updated" : "The index was up to date already";
  process.stdout.write(`${what}: ${paperCount} papers, ${seconds} s.\n`);
}
