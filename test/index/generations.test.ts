import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  beginGeneration,
  currentGeneration,
  generationFolder,
  listGenerations,
  publishGeneration,
  readCurrent,
} from "../../src/index/generations.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

test("nothing is current before something is published", async () => {
  const folder = await temporaryFolder();
  expect(await currentGeneration(folder)).toBeUndefined();
  await beginGeneration(folder);
  expect(await currentGeneration(folder)).toBeUndefined();
});

test("publishing replaces the current generation, keeps the one before and removes what is older or unfinished", async () => {
  const folder = await temporaryFolder();
  const [first, abandoned, second, third] = [
    await beginGeneration(folder),
    await beginGeneration(folder),
    await beginGeneration(folder),
    await beginGeneration(folder),
  ];
  await publishGeneration(folder, first);
  expect(await readdir(join(folder, "generations"))).toEqual([first]);
  for (const generation of [abandoned, second, third]) {
    await mkdir(generationFolder(folder, generation), { recursive: true });
    await writeFile(join(generationFolder(folder, generation), "papers.json"), "[]");
  }
  await publishGeneration(folder, second);
  expect(await currentGeneration(folder)).toBe(second);
  expect((await readdir(join(folder, "generations"))).sort()).toEqual([first, second].sort());
});

test.each(["", "\u0000\u0000", "../../elsewhere", "a-generation", "00000000-0000-0000-0000-00000000000z"])(
  "CURRENT with %j in it is damaged, and names nothing",
  async (content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "CURRENT"), content);
    expect(await readCurrent(folder)).toEqual({ kind: "damaged" });
    expect(await currentGeneration(folder)).toBeUndefined();
  },
);

test("publishing over a damaged CURRENT removes nothing: nobody knows what it named", async () => {
  const folder = await temporaryFolder();
  const [first, second] = [await beginGeneration(folder), await beginGeneration(folder)];
  await writeFile(join(folder, "CURRENT"), "garbage");
  await publishGeneration(folder, second);
  expect(await currentGeneration(folder)).toBe(second);
  expect([...(await listGenerations(folder))].sort()).toEqual([first, second].sort());
});

test("a folder under one that takes none fails at once", { timeout: 2000 }, async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  await expect(beginGeneration(file)).rejects.toThrow(/ENOTDIR/);
});
