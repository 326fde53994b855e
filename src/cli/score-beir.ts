import { join } from "node:path";
import type { Config } from "../config.ts";
import { readBeir } from "../eval/beir.ts";
import { type BeirRow, evaluateBeir } from "../eval/evaluate-beir.ts";
import { beirJson, printBeir } from "../eval/print-beir.ts";
import type { EvaluateArguments } from "./evaluate-arguments.ts";
import { print, reporting, showCount } from "./evaluate-output.ts";

/** Searches a set in BEIR layout for its queries and prints the averages. */
export async function scoreBeir(
  config: Config,
  folder: string,
  { limit, isJson }: Pick<EvaluateArguments, "limit" | "isJson">,
  signal: AbortSignal,
): Promise<void> {
  const { name, queries, collection } = await openBeir(config, folder, signal);
  const asked = queries.slice(0, limit);
  const rows: BeirRow[] = [];
  for await (const row of evaluateBeir(asked, collection, { signal })) {
    rows.push(row);
    showCount("Searched", rows.length, asked.length);
  }
  print(isJson ? JSON.stringify(beirJson(name, rows), null, 2) : printBeir(name, rows));
}

/** A set in BEIR layout, its papers indexed under a data folder of their own. */
export async function openBeir(config: Config, folder: string, signal: AbortSignal) {
  const { name, papers, queries } = await readBeir(folder);
  const { openCollection } = await import("../compose/open-collection.ts");
  const dataDir = join(config.dataDir, "beir", name);
  const collection = await openCollection({ ...config, dataDir }, papers, reporting(signal));
  return { name, queries, collection };
}
