import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createCrossEncoder } from "../../src/models/cross-encoder.ts";
import { temporaryFolder } from "../fixtures/collection.ts";
import { type TinyOptions, tinyCrossEncoder } from "./tiny-models.ts";

const HELD = new AbortController().signal;

function encoderIn(folder: string) {
  const notices: string[] = [];
  const encoder = createCrossEncoder(
    { kind: "folder", folder },
    { cacheDir: join(folder, "cache"), onNotice: (notice) => notices.push(notice) },
  );
  return { encoder, notices };
}

async function warmEncoder(options: TinyOptions = {}) {
  const made = encoderIn(await tinyCrossEncoder(options));
  await made.encoder.warm();
  expect(made.notices).toEqual([]);
  return made;
}

test("scores each text by how well it fits the question, in the order of the texts", async () => {
  const { encoder } = await warmEncoder();
  const texts = ["dog eats", "a cat sleeps", "a bird", "cat"];
  expect(await encoder.score("A cat sleeps", texts, HELD)).toEqual([1, 4, 2, 2]);
});

test("a model of two labels scores by the second against the first", async () => {
  const { encoder } = await warmEncoder({ labels: 2 });
  expect(await encoder.score("a cat", ["a cat", "dog"], HELD)).toEqual([6, 2]);
});

test("keeps the order over more than one batch, whatever the length of the texts", async () => {
  const { encoder } = await warmEncoder();
  const texts = Array.from(
    { length: 17 },
    (_, index) => `${"dog ".repeat((index * 5) % 17)}${"cat ".repeat(index)}`,
  );
  expect(await encoder.score("cat", texts, HELD)).toEqual(texts.map((_, index) => index + 1));
});

test("a text is cut where the model ends, and the question is not", async () => {
  const { encoder } = await warmEncoder({ positions: 8 });
  // Three signs and "cat" leave room for four words, or for five without the last sign.
  expect(
    await encoder.score("cat", ["cat cat cat cat", `${"dog ".repeat(9)}cat`, "cat ".repeat(30)], HELD),
  ).toEqual([5, 0, 5]);
});

test("nothing to score gives nothing", async () => {
  const { encoder } = await warmEncoder();
  expect(await encoder.score("cat", [], HELD)).toEqual([]);
});

test("gives no scores before it is warm, and loads only once", async () => {
  const { encoder } = encoderIn(await tinyCrossEncoder());
  expect(await encoder.score("cat", ["cat"], HELD)).toBeUndefined();
  const warming = encoder.warm();
  expect(await encoder.score("cat", ["cat"], HELD)).toBeUndefined();
  expect(encoder.warm()).toBe(warming);
  await warming;
  expect(await encoder.score("cat", ["cat"], HELD)).toEqual([2]);
});

test("an aborted question ends between batches", async () => {
  const { encoder } = await warmEncoder();
  const leave = new AbortController();
  const texts = new Array<string>(2000).fill("cat sleeps");
  const scoring = encoder.score("cat", texts, leave.signal);
  leave.abort();
  await expect(scoring).rejects.toThrow(/abort/i);
  await expect(encoder.score("cat", texts, AbortSignal.abort())).rejects.toThrow(/abort/i);
  expect(await encoder.score("cat", ["cat"], HELD)).toEqual([2]);
});

test("a folder that is missing is told once, by name and with what to do, and scores nothing", async () => {
  const folder = join(await temporaryFolder(), "nowhere");
  const { encoder, notices } = encoderIn(folder);
  await encoder.warm();
  await encoder.warm();
  expect(notices).toEqual([
    expect.stringMatching(
      /nowhere holds no config\.json: RERANK_MODEL must name a folder.*ranked without it\.$/u,
    ),
  ]);
  expect(await encoder.score("cat", ["cat"], HELD)).toBeUndefined();
});

test.each([
  [
    "without weights",
    async (folder: string) => rm(join(folder, "onnx", "model.onnx")),
    /no model in ONNX form/,
  ],
  [
    "with broken weights",
    async (folder: string) => writeFile(join(folder, "onnx", "model.onnx"), "broken"),
    /can't be loaded: check that its files are whole/,
  ],
])("a folder %s is told in one sentence about the reranker", async (_, spoil, expected) => {
  const folder = await tinyCrossEncoder();
  await spoil(folder);
  const { encoder, notices } = encoderIn(folder);
  await encoder.warm();
  expect(notices).toEqual([expect.stringMatching(expected)]);
  expect(notices[0]).toContain(folder);
});

test("a model of three labels is no cross-encoder", async () => {
  const { encoder, notices } = encoderIn(await tinyCrossEncoder({ labels: 3 }));
  await encoder.warm();
  expect(notices).toEqual([expect.stringContaining("it is no cross-encoder. Papers are ranked without it.")]);
  expect(await encoder.score("cat", ["cat"], HELD)).toBeUndefined();
});

test("weights plainly in the folder are found, too, and a quantised file where there is no other", async () => {
  const folder = await tinyCrossEncoder();
  const bytes = await readFile(join(folder, "onnx", "model.onnx"));
  await rm(join(folder, "onnx"), { recursive: true });
  await writeFile(join(folder, "model_quantized.onnx"), bytes);
  const { encoder, notices } = encoderIn(folder);
  await encoder.warm();
  expect(notices).toEqual([]);
  expect(await encoder.score("cat", ["cat"], HELD)).toEqual([2]);
});
