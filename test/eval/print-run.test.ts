import { expect, test } from "vitest";
import { compareRuns } from "../../src/eval/compare-runs.ts";
import { printRun, runJson } from "../../src/eval/print-run.ts";
import type { Run } from "../../src/eval/saved-runs.ts";
import { rowOf } from "./rows.ts";

const failing = rowOf("bad", { "R@5": 0 }, { failure: "The model is away." });
const run: Run = {
  startedAt: "2026-11-21T12:00:00.000Z",
  questionsFile: "questions.jsonl",
  model: "quoting",
  rows: [rowOf("good", { "R@5": 1 }), failing],
};
const previous: Run = { ...run, startedAt: "2026-11-20T12:00:00.000Z", rows: [rowOf("good", { "R@5": 0 })] };
const comparison = compareRuns(previous.rows, run.rows);

test("a report names the questions that failed, and the run that it is compared with", () => {
  const text = printRun({ run, file: "eval/run.json", previous, comparison });
  expect(text).toContain(
    "Failed and counted as wrong (1):\n  bad  “Question bad?”\n      The model is away.",
  );
  expect(text).toContain(
    "Compared with the run of 2026-11-20T12:00:00.000Z (quoting), 1 of 2 questions in both:",
  );
  expect(text).toContain("Won (1):\n  good");
  expect(text).toMatch(/Model: quoting\. Saved as eval\/run\.json\.$/u);
});

test("a first run is compared with nothing", () => {
  const report = { run, file: "eval/run.json", previous: undefined, comparison: undefined };
  expect(printRun(report)).not.toContain("Compared");
  expect(runJson(report)).not.toHaveProperty("comparison");
});

test("the JSON holds summaries, comparison and rows", () => {
  const json = runJson({ run, file: "eval/run.json", previous, comparison });
  expect(json).toMatchObject({
    model: "quoting",
    comparedWith: { model: "quoting" },
    comparison: { sharedCount: 1 },
  });
  expect(json.summaries.at(-1)).toMatchObject({
    group: "all",
    questionCount: 2,
    failedCount: 1,
    figures: { "R@5": 0.5 },
  });
  expect(json.rows).toHaveLength(2);
});
