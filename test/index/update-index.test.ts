import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { IndexProgress } from "../../src/domain/answer.ts";
import { currentGeneration } from "../../src/index/generations.ts";
import { ManifestSchema } from "../../src/index/manifest.ts";
import { openPaperIndex } from "../../src/index/paper-index.ts";
import { readIndex } from "../../src/index/read-index.ts";
import { indexFolderOf, updateIndex } from "../../src/index/update-index.ts";
import type { Page } from "../../src/pages/page.ts";
import { samplePage, temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { updateParts } from "../fixtures/update.ts";

async function openCurrent(dataDir: string, model: ReturnType<typeof watchedModel>) {
  const generation = await currentGeneration(indexFolderOf(dataDir));
  return await openPaperIndex(indexFolderOf(dataDir), generation ?? "none", model);
}

function withAbstract(page: Page, position: number, abstract: string): Page {
  return {
    ...page,
    entries: page.entries.map((entry, index) => (index === position ? { ...entry, abstract } : entry)),
  };
}

test("builds an index that finds a paper by its words and by its meaning", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const update = await updateIndex([await samplePage(3)], updateParts(dataDir, model));
  expect(update).toMatchObject({ paperCount: 3, hasChanged: true, problems: [] });
  const index = await openCurrent(dataDir, model);
  expect(index.papers.size).toBe(3);
  const [byWords] = index.searchByWords([{ text: "full duplex modelling", weight: 1 }], 5, undefined);
  expect(byWords?.passageId).toMatch(/^language-model-can-listen-while-speaking:/);
  const vector = await model.embeddings.embedQuery(
    "an assistant that can be interrupted while it is talking",
  );
  const [byVector] = await index.searchByVector(vector, undefined);
  expect(byVector?.passageId).toMatch(/^language-model-can-listen-while-speaking:/);
  const only = new Set([...index.papers.keys()].filter((paperId) => paperId.startsWith("cybench")));
  const allowed = await index.searchByVector(vector, only);
  expect(allowed.length).toBeGreaterThan(0);
  expect(allowed.every(({ passageId }) => passageId.startsWith("cybench"))).toBe(true);
});

test("an index that is up to date is left alone", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const page = await samplePage(3);
  const first = await updateIndex([page], updateParts(dataDir, model));
  const second = await updateIndex([page], updateParts(dataDir, model, { now: () => Date.UTC(2026, 8, 1) }));
  expect(second).toMatchObject({ generation: first.generation, hasChanged: false, paperCount: 3 });
});

test("a changed paper is embedded again, the others are not, and none is lost", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const page = await samplePage(4);
  await updateIndex([page], updateParts(dataDir, model));
  const texts = model.embedded.splice(0);
  const changed = withAbstract(
    page,
    1,
    "Whales sing in the deep sea, and nobody knows exactly why they do it.",
  );
  await updateIndex([{ ...changed, entries: changed.entries.slice(0, 2) }], updateParts(dataDir, model));
  expect(model.embedded).toEqual([
    "Language Model Can Listen While Speaking. Whales sing in the deep sea, and nobody knows exactly why they do it.",
    "Language Model Can Listen While Speaking. Whales sing in the deep sea, and nobody knows exactly why they do it.",
    "Whales sing in the deep sea, and nobody knows exactly why they do it.",
  ]);
  expect(texts.length).toBeGreaterThan(10);
  const index = await openCurrent(dataDir, model);
  expect(index.papers.size).toBe(4);
  expect(index.searchByWords([{ text: "whales", weight: 1 }], 5, undefined)).toHaveLength(1);
});

test("a run that is stopped leaves the old index whole, and the next one resumes with the embeddings already made", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  await updateIndex([await samplePage(2)], updateParts(dataDir, model));
  const before = await currentGeneration(indexFolderOf(dataDir));
  const stop = new AbortController();
  const onProgress = ({ papersDone }: IndexProgress) => papersDone >= 4 && stop.abort(new Error("stopped"));
  const page = await samplePage(9);
  await expect(
    updateIndex([page], updateParts(dataDir, model, { signal: stop.signal, onProgress })),
  ).rejects.toThrow("stopped");
  expect(await currentGeneration(indexFolderOf(dataDir))).toBe(before);
  expect((await openCurrent(dataDir, model)).papers.size).toBe(2);

  const already = new Set(model.embedded.splice(0));
  await updateIndex([page], updateParts(dataDir, model));
  expect(model.embedded.length).toBeGreaterThan(0);
  expect(model.embedded.filter((text) => already.has(text))).toEqual([]);
  expect((await openCurrent(dataDir, model)).papers.size).toBe(9);
  // What the stopped run had begun is gone; the generation before stays for readers that are just opening it.
  expect(await readdir(join(indexFolderOf(dataDir), "generations"))).toHaveLength(2);
});

test("an index of another pipeline version is rebuilt by itself, without embedding anything again", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const page = await samplePage(3);
  const { generation } = await updateIndex([page], updateParts(dataDir, model));
  const file = join(indexFolderOf(dataDir), "generations", generation ?? "", "manifest.json");
  const manifest = ManifestSchema.parse(JSON.parse(await readFile(file, "utf8")));
  await writeFile(file, JSON.stringify({ ...manifest, pipelineVersion: 0 }));
  model.embedded.length = 0;
  const update = await updateIndex([page], updateParts(dataDir, model));
  expect(update.hasChanged).toBe(true);
  expect(update.generation).not.toBe(generation);
  expect(model.embedded).toEqual([]);
});

test("another embedding model says what it will cost, and embeds again only when told", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const page = await samplePage(3);
  await updateIndex([page], updateParts(dataDir, model));
  const other = { ...watchedModel(), fingerprint: "another-model" };
  await expect(updateIndex([page], updateParts(dataDir, other))).rejects.toThrow(
    /another-model is now asked for.* embeds \d+ passages of 3 papers again.*--reembed/,
  );
  const update = await updateIndex([page], updateParts(dataDir, other, { mayReembed: true }));
  expect(update.hasChanged).toBe(true);
  expect((await readIndex(indexFolderOf(dataDir))).manifest?.embeddingModel).toBe("another-model");
});

test("two writers at once take turns, and the second finds the work done", async () => {
  const dataDir = await temporaryFolder();
  const page = await samplePage(3);
  const models = [watchedModel(), watchedModel()] as const;
  const waits: string[] = [];
  const [a, b] = await Promise.all(
    models.map((model, writer) =>
      updateIndex([page], updateParts(dataDir, model, { onWait: () => waits.push(`writer ${writer}`) })),
    ),
  );
  expect(a?.generation).toBe(b?.generation);
  expect([a?.hasChanged, b?.hasChanged].sort()).toEqual([false, true]);
  expect(waits).toHaveLength(1);
  expect(Math.min(models[0].embedded.length, models[1].embedded.length)).toBe(0);
});

test("progress counts up to all papers, with a rate and the time left", async () => {
  const seen: IndexProgress[] = [];
  const dataDir = await temporaryFolder();
  const clock = { now: 0 };
  const now = () => {
    clock.now += 1000;
    return clock.now;
  };
  await updateIndex(
    [await samplePage(8)],
    updateParts(dataDir, watchedModel(), { now, onProgress: (progress) => seen.push(progress) }),
  );
  expect(seen.map(({ papersDone, papersTotal }) => [papersDone, papersTotal])).toEqual([
    [0, 8],
    [4, 8],
    [8, 8],
  ]);
  expect(seen[0]).not.toHaveProperty("secondsLeft");
  expect(seen[1]?.secondsLeft).toBeCloseTo((8 - 4) / (seen[1]?.papersPerSecond ?? 0));
});

test("a damaged index says which file it is and what to do", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const { generation } = await updateIndex([await samplePage(2)], updateParts(dataDir, model));
  const folder = join(indexFolderOf(dataDir), "generations", generation ?? "");
  await rm(join(folder, "words.json"));
  await expect(openCurrent(dataDir, model)).rejects.toThrow(/damaged at .*words\.json: start Footnote again/);
});

test("a data folder that can't be written is named, with what to do", async () => {
  const dataDir = join(await temporaryFolder(), "file");
  await writeFile(dataDir, "a file where the folder should be");
  await expect(updateIndex([await samplePage(1)], updateParts(dataDir, watchedModel()))).rejects.toThrow(
    /data folder .*file can't be written: .* set DATA_DIR/,
  );
});

test("no pages and no index make no index", async () => {
  const update = await updateIndex([], updateParts(await temporaryFolder(), watchedModel()));
  expect(update).toEqual({ generation: undefined, paperCount: 0, hasChanged: false, problems: [] });
});

/** An index of two papers, then of four, with the names of their generations. */
async function twoGenerations(dataDir: string, model: ReturnType<typeof watchedModel>) {
  const older = await updateIndex([await samplePage(2)], updateParts(dataDir, model));
  const now = () => Date.UTC(2026, 7, 15);
  const newer = await updateIndex([await samplePage(4)], updateParts(dataDir, model, { now }));
  const folderOf = (generation = "") => join(indexFolderOf(dataDir), "generations", generation);
  return { older: folderOf(older.generation), newer: folderOf(newer.generation) };
}

interface Damage {
  readonly what: string;
  readonly damage: (indexFolder: string, newer: string) => Promise<void>;
  readonly file: RegExp;
  readonly paperCount: number;
}

test.each<Damage>([
  {
    what: "garbage in CURRENT",
    damage: (indexFolder) => writeFile(join(indexFolder, "CURRENT"), "../../../etc"),
    file: /CURRENT/,
    paperCount: 4,
  },
  {
    what: "no CURRENT",
    damage: (indexFolder) => rm(join(indexFolder, "CURRENT")),
    file: /CURRENT/,
    paperCount: 4,
  },
  {
    what: "a broken manifest",
    damage: (_, newer) => writeFile(join(newer, "manifest.json"), "{"),
    file: /manifest\.json/,
    paperCount: 4,
  },
  {
    what: "broken papers",
    damage: (_, newer) => writeFile(join(newer, "papers.json"), '[{"paperId":'),
    file: /papers\.json/,
    paperCount: 2,
  },
  {
    what: "a missing generation",
    damage: (_, newer) => rm(newer, { recursive: true }),
    file: /papers\.json/,
    paperCount: 2,
  },
])("an index with $what is built again from the papers that can still be read", async (damaged) => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const { newer } = await twoGenerations(dataDir, model);
  await damaged.damage(indexFolderOf(dataDir), newer);
  const notices: string[] = [];
  const parts = updateParts(dataDir, model, { onNotice: (notice) => notices.push(notice) });
  const update = await updateIndex([], parts);
  expect(update).toMatchObject({ hasChanged: true, paperCount: damaged.paperCount });
  expect((await openCurrent(dataDir, model)).papers.size).toBe(damaged.paperCount);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatch(damaged.file);
  expect(notices[0]).toContain(`built again with the ${damaged.paperCount} papers`);
  expect(await updateIndex([], parts)).toMatchObject({ hasChanged: false });
});

test("an index of which no paper can be read is left as it is, and the message says what is at stake", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const { older, newer } = await twoGenerations(dataDir, model);
  await Promise.all([older, newer].map((folder) => writeFile(join(folder, "papers.json"), "")));
  const copy = join(await temporaryFolder(), "copy");
  await cp(indexFolderOf(dataDir), copy, { recursive: true });
  const failure = updateIndex([await samplePage(1)], updateParts(dataDir, model));
  await expect(failure).rejects.toThrow(/damaged at .*papers\.json.* will have to be ingested again/);
  await expect(failure).rejects.not.toThrow(/delete/);
  expect((await readdir(copy, { recursive: true })).sort()).toEqual(
    (await readdir(indexFolderOf(dataDir), { recursive: true })).sort(),
  );
});

test("a first run that was killed before it published anything is no damage", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const { generation } = await updateIndex([await samplePage(2)], updateParts(dataDir, model));
  await rm(join(indexFolderOf(dataDir), "CURRENT"));
  await rm(join(indexFolderOf(dataDir), "generations", generation ?? "", "manifest.json"));
  const notices: string[] = [];
  const parts = updateParts(dataDir, model, { onNotice: (notice) => notices.push(notice) });
  expect(await updateIndex([await samplePage(1)], parts)).toMatchObject({ paperCount: 1 });
  expect(notices).toEqual([]);
});

test.each(["tokens.json", "tokens.bin", "words.json"])(
  "an index without %s is built again by itself, without embedding anything again",
  async (file) => {
    const dataDir = await temporaryFolder();
    const model = watchedModel();
    const { newer } = await twoGenerations(dataDir, model);
    await rm(join(newer, file));
    model.embedded.length = 0;
    expect(await updateIndex([], updateParts(dataDir, model))).toMatchObject({
      hasChanged: true,
      paperCount: 4,
    });
    expect(model.embedded).toEqual([]);
    expect((await openCurrent(dataDir, model)).papers.size).toBe(4);
  },
);

test("a generation that could not be opened is built again", async () => {
  const dataDir = await temporaryFolder();
  const model = watchedModel();
  const { generation } = await updateIndex([await samplePage(2)], updateParts(dataDir, model));
  const parts = updateParts(dataDir, model, generation ? { brokenGeneration: generation } : {});
  const update = await updateIndex([], parts);
  expect(update).toMatchObject({ hasChanged: true, paperCount: 2 });
  expect(await updateIndex([], parts)).toMatchObject({ generation: update.generation, hasChanged: false });
});
