import { beforeAll, expect, test } from "vitest";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import { BadRequestError } from "../../src/domain/errors.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import { updateIndex } from "../../src/index/update-index.ts";
import { samplePage, temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { updateParts } from "../fixtures/update.ts";

/** The check of claims over a real index of four papers, with the embedded model and nothing else. */
let footnote: Footnote;
const { signal } = new AbortController();

beforeAll(async () => {
  const dataDir = await temporaryFolder();
  await updateIndex([await samplePage(4)], updateParts(dataDir, watchedModel()));
  const config = readConfig({ DATA_DIR: dataDir, SEEDS_DIR: await temporaryFolder() });
  const composed = await composeFootnote(config, { onProgress: () => {}, onNotice: () => {}, signal });
  await composed.prepared.catch(() => {});
  footnote = composed.footnote;
});

const CYBENCH = "Cybench includes 40 professional-level Capture the Flag tasks from 4 distinct competitions.";

test("a claim is looked for in the whole collection", async () => {
  const check = await footnote.check({ claim: CYBENCH }, { signal });
  expect(check).toMatchObject({ verdict: "supported", reasons: [] });
  const [first] = check.evidence;
  expect(first?.paper?.title).toMatch(/^Cybench/);
  expect(first?.quote).toBe(first?.paper?.abstract.slice(first.quoteStart, first.quoteEnd));
});

test("a changed number is contradicted by the paper that has the other one", async () => {
  const check = await footnote.check({ claim: CYBENCH.replace("40", "60") }, { signal });
  expect(check).toMatchObject({ verdict: "contradicted", reasons: ["number 60 not in the paper"] });
});

test("only the papers that are named are looked at", async () => {
  const { papers } = await footnote.listPapers({ sort: "title", offset: 0, limit: 10, signal });
  const other = papers.find(({ title }) => !title.startsWith("Cybench"));
  const check = await footnote.check({ claim: CYBENCH, paperIds: [other?.paperId ?? ""] }, { signal });
  expect(check.verdict).not.toBe("supported");
  expect(check.evidence.every(({ paper }) => paper?.paperId === other?.paperId)).toBe(true);
});

test("a given text is all that counts", async () => {
  const text = "Cybench has grown. It includes 60 professional-level Capture the Flag tasks by now.";
  const claim = "Cybench includes 60 professional-level Capture the Flag tasks.";
  expect(await footnote.check({ claim, text }, { signal })).toMatchObject({ verdict: "supported" });
});

test("a paper that is not here is told", async () => {
  const unknown = footnote.check({ claim: CYBENCH, paperIds: ["nowhere"] }, { signal });
  await expect(unknown).rejects.toThrow(new BadRequestError('There is no paper "nowhere" here.'));
});
