import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  beginGeneration,
  currentGeneration,
  generationFolder,
  publishGeneration,
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
