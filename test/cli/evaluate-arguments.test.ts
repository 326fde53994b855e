import { describe, expect, test } from "vitest";
import { readEvaluateArguments } from "../../src/cli/evaluate-arguments.ts";
import { UsageError } from "../../src/cli/run-command.ts";

describe("the arguments of an evaluation", () => {
  test("default to all gold questions of the repository", () => {
    expect(readEvaluateArguments([])).toEqual({
      beirFolder: undefined,
      claimsFile: undefined,
      isAblation: false,
      isDeletion: false,
      reliabilityFile: undefined,
      questionsFile: "test/gold/questions.jsonl",
      types: [],
      limit: undefined,
      outFile: undefined,
      isJson: false,
      isMarkdown: false,
      isHelp: false,
    });
  });

  test("name a file, types, a limit and a copy", () => {
    const given = [
      "mine.jsonl",
      "--only",
      "terse",
      "--only",
      "noisy",
      "--limit",
      "20",
      "--out",
      "run.json",
      "--json",
    ];
    expect(readEvaluateArguments(given)).toMatchObject({
      questionsFile: "mine.jsonl",
      types: ["terse", "noisy"],
      limit: 20,
      outFile: "run.json",
      isJson: true,
    });
  });

  test("name labelled claims", () => {
    expect(readEvaluateArguments(["--claims", "claims.jsonl", "--markdown"])).toMatchObject({
      claimsFile: "claims.jsonl",
      isMarkdown: true,
    });
  });

  test.each([
    [["--only", "riddle"], "There are no riddle questions; the types are paraphrase,"],
    [["--limit", "0"], "--limit needs a whole number from 1"],
    [["--limit", "2.5"], "--limit needs a whole number from 1"],
    [["--fast"], "Unknown option '--fast'"],
    [["a.jsonl", "b.jsonl"], "One file of questions at a time."],
    [["--beir", "folder", "--only", "terse"], "--beir goes with --limit, --json and --ablations only."],
    [["--beir", "folder", "--markdown"], "--beir goes with --limit, --json and --ablations only."],
    [["--ablations", "--out", "run.json"], "--ablations saves no run"],
    [["--claims", "c.jsonl", "--only", "terse"], "--claims goes with --limit, --json and --markdown only."],
    [["--claims", "c.jsonl", "--beir", "folder"], "--claims goes with --limit, --json and --markdown only."],
    [["--claims", "c.jsonl", "--ablations"], "--claims goes with --limit, --json and --markdown only."],
  ])("%j are refused", (given, message) => {
    expect(() => readEvaluateArguments(given)).toThrow(UsageError);
    expect(() => readEvaluateArguments(given)).toThrow(message);
  });
});
