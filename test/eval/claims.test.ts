import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ClaimRequest } from "../../src/domain/claim.ts";
import { StorageError } from "../../src/domain/errors.ts";
import { type ClaimRow, evaluateClaims } from "../../src/eval/evaluate-claims.ts";
import { claimsJson, printClaims, printWrongClaims } from "../../src/eval/print-claims.ts";
import { type LabelledClaim, readClaims } from "../../src/eval/read-claims.ts";
import { claimFigures, scoreClaims } from "../../src/eval/score-claims.ts";
import { paperOf } from "../fixtures/papers.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function fileOf(...lines: readonly object[]): Promise<string> {
  const file = join(await temporaryFolder(), "claims.jsonl");
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  return file;
}

const OURS = { id: "c-1", claim: "Mice sleep.", paper: "Mice", label: "not_stated", change: "invented" };
const SCIFACT = {
  claim_id: "7",
  doc_id: 31,
  claim: "Mice eat.",
  title: "Of mice",
  sentences: ["Mice were fed. ", "They ate."],
  label: "CONTRADICT",
};

describe("labelled claims", () => {
  test("are read in either layout", async () => {
    expect(await readClaims(await fileOf(OURS, SCIFACT))).toEqual([
      {
        id: "c-1",
        claim: "Mice sleep.",
        label: "not-stated",
        change: "invented",
        about: { title: "Mice" },
      },
      {
        id: "7/31",
        claim: "Mice eat.",
        label: "contradicted",
        change: "CONTRADICT",
        about: { text: "Of mice\n\nMice were fed. They ate." },
      },
    ]);
  });

  test("that can't be read name file and line", async () => {
    await expect(readClaims(await fileOf(OURS, { ...OURS, label: "maybe" }))).rejects.toThrow(
      /claims\.jsonl, line 2/,
    );
    await expect(readClaims(await fileOf())).rejects.toThrow(StorageError);
  });

  test("of the repository are about its papers, some of each kind", async () => {
    const claims = await readClaims("test/gold/claims.jsonl");
    expect(new Set(claims.map(({ change }) => change))).toEqual(
      new Set(["none", "number", "name", "polarity", "scope", "invented"]),
    );
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });
});

test("every claim is checked against its own paper or text, and one that fails goes on", async () => {
  const claims: readonly LabelledClaim[] = [
    { id: "1", claim: "A.", label: "supported", change: "none", about: { title: "Mice" } },
    { id: "2", claim: "B.", label: "contradicted", change: "name", about: { title: "Rats" } },
    { id: "3", claim: "C.", label: "not-stated", change: "invented", about: { text: "On cats." } },
  ];
  const asked: ClaimRequest[] = [];
  const footnote = {
    listPapers: async () => ({ papers: [paperOf("Mice", "Mice sleep.")], total: 1 }),
    check: async (request: ClaimRequest) => {
      asked.push(request);
      const verdict = request.text === undefined ? ("supported" as const) : ("not-stated" as const);
      return { verdict, confidence: 0.75, evidence: [], reasons: [] };
    },
  };
  const { signal } = new AbortController();
  const rows = await Array.fromAsync(evaluateClaims(claims, { footnote, signal }));
  expect(asked).toEqual([
    { claim: "A.", paperIds: ["mice"] },
    { claim: "C.", text: "On cats." },
  ]);
  expect(rows).toMatchObject([
    { id: "1", verdict: "supported", support: 0.75 },
    { id: "2", failure: "No paper here has the title “Rats”." },
    { id: "3", verdict: "not-stated", support: 0.25 },
  ]);
});

function row(id: string, rest: Partial<ClaimRow>): ClaimRow {
  return { id, claim: "A claim.", label: "supported", change: "none", ...rest };
}

describe("the figures of claims", () => {
  const rows = [
    row("1", { verdict: "supported", support: 0.9, claim: "A long claim." }),
    row("2", { verdict: "not-stated", support: 0.4, claim: "A long claim.", reasons: ["words"] }),
    row("3", { label: "contradicted", change: "name", verdict: "contradicted", support: 0.1 }),
    row("4", { label: "contradicted", change: "number", verdict: "not-stated", support: 0.2 }),
    row("5", { label: "not-stated", change: "invented", verdict: "supported", support: 0.8 }),
    row("6", { label: "not-stated", change: "invented", failure: "It broke." }),
  ];

  test("weigh supported claims as much as all others, and failed ones are wrong", () => {
    const { balancedAccuracy, threeWayAccuracy, threeWayBalanced, auc, lengthAuc } = claimFigures(rows);
    expect(balancedAccuracy).toBe(0.5);
    expect(threeWayAccuracy).toBeCloseTo(2 / 6);
    expect(threeWayBalanced).toBeCloseTo((0.5 + 0.5 + 0) / 3);
    expect(auc).toBe(7 / 8);
    expect(lengthAuc).toBe(1);
  });

  test("stand by label and by change", () => {
    expect(scoreClaims(rows)).toEqual([
      { group: "supported", count: 2, supportedOrNot: 0.5, threeWay: 0.5 },
      { group: "contradicted", count: 2, supportedOrNot: 1, threeWay: 0.5 },
      { group: "not-stated", count: 2, supportedOrNot: 0, threeWay: 0 },
      { group: "changed in: name", count: 1, supportedOrNot: 1, threeWay: 1 },
      { group: "changed in: number", count: 1, supportedOrNot: 1, threeWay: 0 },
      { group: "all", count: 6, supportedOrNot: 0.5, threeWay: 2 / 6 },
    ]);
  });

  test("are printed with length beside them, and failing claims are named", () => {
    const printed = printClaims(rows, "markdown");
    expect(printed).toMatch(/\| balanced accuracy, supported or not \| 0\.500 \|/);
    expect(printed).toMatch(/\| AUC of the claim's length alone +\| 1\.000 \|/);
    expect(printWrongClaims(rows)).toEqual([
      "Failed and counted as wrong: claim 6: It broke.",
      "Judged wrong: claim 2 is supported, called not-stated (words): A long claim.",
      "Judged wrong: claim 4 is contradicted, called not-stated: A claim.",
      "Judged wrong: claim 5 is not-stated, called supported: A claim.",
    ]);
    expect(claimsJson(rows)).toMatchObject({ claimCount: 6, rows });
  });

  test("are left open where a class is missing", () => {
    const figures = claimFigures([row("1", { verdict: "supported", support: 0.9 })]);
    expect(figures).toMatchObject({ balancedAccuracy: undefined, auc: undefined, threeWayAccuracy: 1 });
  });
});
