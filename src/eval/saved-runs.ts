import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { StorageError } from "../domain/errors.ts";
import { RowSchema } from "./row.ts";

/** One evaluation, as it is kept: when it began, what was asked, which model answered, and every row. */
export const RunSchema = z.object({
  startedAt: z.iso.datetime(),
  questionsFile: z.string(),
  model: z.string(),
  rows: z.array(RowSchema),
});
export type Run = Readonly<z.infer<typeof RunSchema>>;

/** Where runs are kept under the data folder. */
export function runsFolderOf(dataDir: string): string {
  return join(dataDir, "eval");
}

/**
 * The last saved run that holds all of these questions, so that a run of a few does not come between two of all; failing
 * that, the last one that holds any. `onNotice` is told of a file that is no run.
 * @throws {StorageError} where the folder can't be read.
 */
export async function lastRun(
  folder: string,
  questionIds: ReadonlySet<string>,
  onNotice: (notice: string) => void,
): Promise<Run | undefined> {
  let overlapping: Run | undefined;
  for (const name of await runFiles(folder)) {
    const file = join(folder, name);
    const run = await readRun(file);
    if (!run) {
      onNotice(`${file} is not an evaluation that can be compared with: it is passed over.`);
      continue;
    }
    const ids = new Set(run.rows.map(({ id }) => id));
    if (questionIds.isSubsetOf(ids)) return run;
    if (!questionIds.isDisjointFrom(ids)) overlapping ??= run;
  }
  return overlapping;
}

/** Writes a run into the folder, named by its time, and gives the file. @throws {StorageError} where it can't be written. */
export async function saveRun(folder: string, run: Run): Promise<string> {
  const file = join(folder, `${run.startedAt.replaceAll(":", "-")}.json`);
  await writeRun(file, run);
  return file;
}

/** Writes a run to a file. @throws {StorageError} where it can't be written. */
export async function writeRun(file: string, run: Run): Promise<void> {
  await writeText(file, `${JSON.stringify(run, null, 1)}\n`);
}

/** Writes a file, and its folder where it is missing. @throws {StorageError} where it can't be written. */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (cause) {
    throw new StorageError(`${file} can't be written: check the folder, free space and rights.`, { cause });
  }
}

/** Newest first: the names are times. */
async function runFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(".json"))
      .sort()
      .reverse();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new StorageError(`${folder} can't be read: check the rights to it.`, { cause });
  }
}

async function readRun(file: string): Promise<Run | undefined> {
  const text = await readFile(file, "utf8");
  try {
    return RunSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
