import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@huggingface/transformers";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import { createCrossEncoder } from "../../src/models/cross-encoder.ts";
import { createFolderModel } from "../../src/models/folder-embeddings.ts";
import { createHubModel } from "../../src/models/hub-embeddings.ts";
import { temporaryFolder } from "../fixtures/collection.ts";
import { createHub } from "../upstream/create-hub.ts";
import { idOf, meanOf, tinyCrossEncoder, tinyEmbedder } from "./tiny-models.ts";

const { remoteHost } = env;
let cacheDir: string;
let notices: string[];

beforeEach(async () => {
  cacheDir = await temporaryFolder();
  notices = [];
});

afterEach(() => {
  env.remoteHost = remoteHost;
});

async function hubWith(name: string, folder: string) {
  const hub = await createHub(name, folder);
  onTestFinished(() => hub.close());
  env.remoteHost = hub.address;
  return hub;
}

function fetched(name: string) {
  return createHubModel(name, { cacheDir, onNotice: (notice) => notices.push(notice) });
}

test("a model is fetched by its name, kept under the folder, and nothing is asked of the hub again", async () => {
  const hub = await hubWith("someone/tiny", await tinyEmbedder());
  const model = await fetched("someone/tiny");
  expect(await model.embeddings.embedDocuments(["cat", "dog sleeps"])).toEqual([
    meanOf([2, idOf("cat"), 3]),
    meanOf([2, idOf("dog"), idOf("sleeps"), 3]),
  ]);
  expect(notices).toEqual([
    `The embedding model someone/tiny is fetched from the Hugging Face hub, once, into ${join(cacheDir, "someone", "tiny")}.`,
  ]);
  expect(await readdir(cacheDir)).toEqual(["someone"]);
  const { length } = hub.requests;
  expect(await (await fetched("someone/tiny")).embeddings.embedQuery("cat")).toHaveLength(8);
  expect(hub.requests.slice(length)).toEqual([]);
  expect(notices).toHaveLength(1);
});

test("a fetched model is that of its folder, tokens included", async () => {
  await hubWith("someone/tiny", await tinyEmbedder());
  const model = await fetched("someone/tiny");
  expect(await model.tokens?.tokenize(["cat"])).toEqual([[2, idOf("cat"), 3]]);
  expect(model.fingerprint).toBe(createFolderModel(join(cacheDir, "someone", "tiny")).fingerprint);
});

test("a model of a known family gets the prefixes that it was trained with, and no late stage", async () => {
  await hubWith("someone/e5-tiny", await tinyEmbedder());
  const model = await fetched("someone/e5-tiny");
  // "query: " and "passage: " are a word and a colon, neither of which the model knows.
  expect(await model.embeddings.embedQuery("cat")).toEqual(meanOf([2, 1, 1, idOf("cat"), 3]));
  expect(model.tokens).toBeUndefined();
});

test("what the hub says of pooling counts", async () => {
  const folder = await tinyEmbedder();
  await mkdir(join(folder, "1_Pooling"));
  await writeFile(join(folder, "1_Pooling", "config.json"), '{ "pooling_mode_cls_token": true }');
  await hubWith("someone/tiny", folder);
  const model = await fetched("someone/tiny");
  expect(await model.embeddings.embedQuery("cat")).toEqual(meanOf([2]));
  expect(model.tokens).toBeUndefined();
});

test.each([
  ["a name that the hub does not know", "someone/other"],
  ["a hub that can't be reached", "someone/tiny"],
])("%s is told in one clear sentence", async (_, name) => {
  await hubWith("someone/tiny", await tinyEmbedder());
  // Nothing listens at the port that was set aside for discarding.
  if (name === "someone/tiny") env.remoteHost = "http://127.0.0.1:9/";
  const failure: unknown = await fetched(name).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ModelError);
  expect(String(failure)).toContain(
    `The embedding model ${name} can't be had: check the name in EMBEDDING_MODEL and that this machine reaches the Hugging Face hub`,
  );
});

test("a model that can't be fetched whole leaves nothing behind, and is fetched again", async () => {
  const folder = await tinyEmbedder();
  const weights = join(folder, "onnx", "model.onnx");
  const whole = await readFile(weights);
  await writeFile(weights, whole.subarray(0, whole.length / 2));
  await hubWith("someone/tiny", folder);
  await expect(fetched("someone/tiny")).rejects.toThrow(/someone\/tiny can't be had/);
  expect(await readdir(cacheDir)).toEqual([]);
  await writeFile(weights, whole);
  expect(await (await fetched("someone/tiny")).embeddings.embedQuery("cat")).toHaveLength(8);
});

test("two processes that fetch the same model at the same time both have it", async () => {
  await hubWith("someone/tiny", await tinyEmbedder());
  const [one, other] = await Promise.all([fetched("someone/tiny"), fetched("someone/tiny")]);
  expect(one.fingerprint).toBe(other.fingerprint);
  expect(await readdir(cacheDir)).toEqual(["someone"]);
});

test("a folder that models can't be kept in is named, with what to do", async () => {
  cacheDir = join(cacheDir, "file");
  await writeFile(cacheDir, "");
  await expect(fetched("someone/tiny")).rejects.toThrow(
    /file, in which models of the hub are kept, .*DATA_DIR/,
  );
});

test("a cross-encoder comes from the hub, too, and one that does not is told once", async () => {
  await hubWith("someone/judge", await tinyCrossEncoder());
  const options = { cacheDir, onNotice: (notice: string) => notices.push(notice) };
  const judge = createCrossEncoder({ kind: "hub", name: "someone/judge" }, options);
  await judge.warm();
  expect(await judge.score("cat", ["cat", "dog"], new AbortController().signal)).toEqual([2, 1]);
  await createCrossEncoder({ kind: "hub", name: "someone/else" }, options).warm();
  expect(notices).toEqual([
    "The reranker someone/else can't be had: check the name in RERANK_MODEL and that this machine reaches the " +
      "Hugging Face hub. Papers are ranked without it.",
  ]);
});
