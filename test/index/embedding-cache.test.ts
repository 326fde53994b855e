import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createEmbeddingCache } from "../../src/index/embedding-cache.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

const vectors = [
  [0.5, -0.25, 1],
  [0, 2, -1],
];

test("gives back what was kept, for the same texts in the same order only", async () => {
  const cache = createEmbeddingCache(await temporaryFolder(), "model-a");
  await cache.keep(["one", "two"], { vectors });
  expect(await cache.find(["one", "two"])).toEqual({ vectors });
  expect(await cache.find(["two", "one"])).toBeUndefined();
  expect(await cache.find(["one"])).toBeUndefined();
});

test("keeps models apart", async () => {
  const folder = await temporaryFolder();
  await createEmbeddingCache(folder, "model-a").keep(["one", "two"], { vectors });
  expect(await createEmbeddingCache(folder, "model-b").find(["one", "two"])).toBeUndefined();
});

test("a damaged file counts as missing", async () => {
  const folder = await temporaryFolder();
  const cache = createEmbeddingCache(folder, "model-a");
  await cache.keep(["one", "two"], { vectors });
  const [file = ""] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".f32"));
  await writeFile(join(folder, file), "cut off");
  expect(await cache.find(["one", "two"])).toBeUndefined();
});
