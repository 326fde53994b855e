import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StorageError } from "../../src/domain/errors.ts";
import { loadPages } from "../../src/pages/load-pages.ts";

const PAGE = "new\n\nSubscribe\n\nNeural Databases\n\nWe build a database of neurons.";
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote pages "));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function save(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test("loads the repository's five pages in order of their names", async () => {
  const { pages, problems } = await loadPages(["seeds"]);
  expect(pages.map((page) => page.name.slice(0, 3))).toEqual(["000", "001", "002", "003", "004"]);
  expect(pages.flatMap((page) => page.entries)).toHaveLength(345);
  expect(problems).toEqual([]);
});

test("reads the .txt files of a folder by name and nothing else that lies there", async () => {
  for (const name of ["b.txt", "a.TXT", "readme.md", ".hidden.txt"]) await save(name, PAGE);
  await mkdir(join(folder, "older"));
  await writeFile(join(folder, "older", "c.txt"), PAGE);
  const { pages, problems } = await loadPages([folder]);
  expect(pages.map((page) => page.name)).toEqual(["a.TXT", "b.txt"]);
  expect(problems).toEqual([]);
});

test("takes files by name, whatever their ending, and each only once", async () => {
  const saved = await save("page.text", PAGE);
  const { pages } = await loadPages([saved, saved]);
  expect(pages).toMatchObject([{ name: "page.text", entries: [{ title: "Neural Databases", line: 5 }] }]);
});

test("passes on what a page reports", async () => {
  await save("cut.txt", "Neural Databases");
  const { pages, problems } = await loadPages([folder]);
  expect(problems).toEqual(pages[0]?.problems);
  expect(problems[0]).toMatchObject({ file: "cut.txt", line: 1 });
});

test.each([
  ["Latin-1", Buffer.from("Pok\u00e9mon", "latin1")],
  ["UTF-16", Buffer.from("Neural Databases", "utf16le")],
])("reports a page in %s and loads the others", async (_, bytes) => {
  await save("a.txt", bytes);
  await save("b.txt", PAGE);
  const { pages, problems } = await loadPages([folder]);
  expect(pages.map((page) => page.name)).toEqual(["b.txt"]);
  expect(problems).toMatchObject([{ file: "a.txt", line: 1, message: expect.stringContaining("UTF-8") }]);
});

test("reports a page that can't be opened and loads the others", async () => {
  await symlink(join(folder, "gone"), join(folder, "a.txt"));
  await save("b.txt", PAGE);
  const { pages, problems } = await loadPages([folder]);
  expect(pages).toHaveLength(1);
  expect(problems).toMatchObject([{ file: "a.txt", message: expect.stringContaining("ENOENT") }]);
});

test("refuses when no page at all could be read, and says why for each", async () => {
  await save("a.txt", Buffer.from([0xff, 0xfe, 0xff]));
  await mkdir(join(folder, "b.txt"));
  const loading = loadPages([folder]);
  await expect(loading).rejects.toThrow(StorageError);
  await expect(loading).rejects.toThrow(/a\.txt: .*UTF-8[\s\S]*b\.txt: .*EISDIR/);
});

test("names a path that is missing", async () => {
  const missing = join(folder, "missing");
  await expect(loadPages([missing])).rejects.toThrow(StorageError);
  await expect(loadPages([missing])).rejects.toThrow(`at ${missing} (ENOENT): check the path`);
});

test("names a folder without pages, and says what belongs there", async () => {
  await expect(loadPages([folder])).rejects.toThrow(StorageError);
  await expect(loadPages([folder])).rejects.toThrow(
    `${folder} holds no page: save daily-papers pages there as .txt`,
  );
  await expect(loadPages([])).rejects.toThrow("name at least one page");
});
