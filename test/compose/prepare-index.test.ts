import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type PreparedIndex, prepareIndex } from "../../src/compose/prepare-index.ts";
import { readConfig } from "../../src/config.ts";
import { indexFolderOf, updateIndex } from "../../src/index/update-index.ts";
import { samplePage, temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { updateParts } from "../fixtures/update.ts";

/** An index of three papers that no seeds folder could give back, and what preparing it opens and tells. */
async function ingestedIndex() {
  const dataDir = await temporaryFolder();
  const { generation = "" } = await updateIndex([await samplePage(3)], updateParts(dataDir, watchedModel()));
  const seedsDir = join(dataDir, "seeds");
  await mkdir(seedsDir);
  const opened: PreparedIndex[] = [];
  const notices: string[] = [];
  const prepare = () =>
    prepareIndex(readConfig({ DATA_DIR: dataDir, SEEDS_DIR: seedsDir }), {
      mayReembed: false,
      now: Date.now,
      signal: new AbortController().signal,
      onProgress: () => {},
      onNotice: (notice) => notices.push(notice),
      onOpened: (prepared) => opened.push(prepared),
    });
  const folder = join(indexFolderOf(dataDir), "generations", generation);
  return { folder, generation, opened, notices, prepare };
}

test("an index that fits is opened as it is", async () => {
  const { generation, opened, prepare } = await ingestedIndex();
  expect(await prepare()).toMatchObject({ generation, hasChanged: false });
  expect(opened.map(({ index }) => index.generation)).toEqual([generation]);
});

test.each(["garbage", "null"])(
  "an index whose words hold %j is built again, and says so",
  async (content) => {
    const { folder, generation, opened, notices, prepare } = await ingestedIndex();
    await writeFile(join(folder, "words.json"), content);
    const update = await prepare();
    expect(update).toMatchObject({ hasChanged: true, paperCount: 3 });
    expect(opened.map(({ index }) => [index.generation, index.papers.size])).toEqual([
      [update.generation, 3],
    ]);
    expect(notices.filter((notice) => notice.includes(generation))).toEqual([
      expect.stringContaining("is damaged: it is built again from its 3 papers"),
    ]);
  },
);

test("an index from before tokens were kept is built again without a word of damage", async () => {
  const { folder, opened, notices, prepare } = await ingestedIndex();
  await rm(join(folder, "tokens.json"));
  const update = await prepare();
  expect(update).toMatchObject({ hasChanged: true, paperCount: 3 });
  expect(opened.map(({ index }) => index.generation)).toEqual([update.generation]);
  expect(notices.join(" ")).not.toContain("damaged");
});
