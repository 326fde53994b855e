import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lastRun, type Run, saveRun } from "../../src/eval/saved-runs.ts";
import { rowOf } from "./rows.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function runOf(startedAt: string, ...ids: readonly string[]): Run {
  const rows = ids.map((id) => rowOf(id, { "R@5": 0.5 }));
  return { startedAt, questionsFile: "questions.jsonl", model: "quoting", rows };
}

const noNotice = (notice: string): void => {
  throw new Error(notice);
};

const MORNING = "2026-11-21T08:00:00.000Z";
const NOON = "2026-11-21T12:00:00.000Z";

test("a saved run is found again as it was", async () => {
  const folder = join(await temporaryFolder(), "eval");
  const run = runOf(NOON, "a", "b");
  const file = await saveRun(folder, run);
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(run);
  expect(await lastRun(folder, new Set(["a", "b"]), noNotice)).toEqual(run);
});

test("there is none where nothing was saved, or only other questions", async () => {
  const folder = join(await temporaryFolder(), "eval");
  expect(await lastRun(folder, new Set(["a"]), noNotice)).toBeUndefined();
  await saveRun(folder, runOf(NOON, "a"));
  expect(await lastRun(folder, new Set(["z"]), noNotice)).toBeUndefined();
});

test("the last run with all of the questions goes before a later one with some", async () => {
  const folder = await temporaryFolder();
  await saveRun(folder, runOf(MORNING, "a", "b", "c"));
  await saveRun(folder, runOf(NOON, "a"));
  const startOf = async (...ids: readonly string[]) =>
    (await lastRun(folder, new Set(ids), noNotice))?.startedAt;
  expect(await startOf("a", "b")).toBe(MORNING);
  expect(await startOf("a")).toBe(NOON);
  expect(await startOf("a", "new")).toBe(NOON);
});

test("a file that is no run is passed over with a notice", async () => {
  const folder = await temporaryFolder();
  await saveRun(folder, runOf(MORNING, "a"));
  await writeFile(join(folder, "zzz.json"), '{"rows":7}');
  const notices: string[] = [];
  const found = await lastRun(folder, new Set(["a"]), (notice) => notices.push(notice));
  expect(found?.startedAt).toBe(MORNING);
  expect(notices).toEqual([expect.stringContaining("zzz.json is not an evaluation")]);
});
