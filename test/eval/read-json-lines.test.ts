import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { readJsonLines } from "../../src/eval/read-json-lines.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const Schema = z.object({ name: z.string() });

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
}

test("reads one object a line and skips empty lines, whatever the line ends", async () => {
  const file = await written("lines.jsonl", '\uFEFF{"name":"a"}\r\n\n{"name":"é"}');
  expect(await Array.fromAsync(readJsonLines(file, Schema))).toEqual([
    { line: 1, value: { name: "a" } },
    { line: 3, value: { name: "é" } },
  ]);
});

test("unpacks a gzipped file, characters that lie across two pieces included", async () => {
  const name = "ü".repeat(200_001);
  const file = await written("lines.jsonl.gz", gzipSync(`{"name":"x${name}"}\n`));
  expect(await Array.fromAsync(readJsonLines(file, Schema))).toEqual([
    { line: 1, value: { name: `x${name}` } },
  ]);
});

test.each([
  ["{nonsense", "line 2: this is not a JSON object on one line"],
  ['{"name":7}', "line 2: name: Invalid input: expected string"],
  ["[]", "line 2: Invalid input: expected object"],
])("names file and line of %s", async (text, message) => {
  const file = await written("lines.jsonl", `{"name":"a"}\n${text}\n`);
  await expect(Array.fromAsync(readJsonLines(file, Schema))).rejects.toThrow(`${file}, ${message}`);
});

test("names a file that is not there, or is not gzip", async () => {
  const missing = join(await temporaryFolder(), "none.jsonl.gz");
  await expect(Array.fromAsync(readJsonLines(missing, Schema))).rejects.toThrow(`${missing} can't be read`);
  const plain = await written("plain.jsonl.gz", '{"name":"a"}');
  await expect(Array.fromAsync(readJsonLines(plain, Schema))).rejects.toThrow(`${plain} can't be read`);
});
