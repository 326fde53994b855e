import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@huggingface/transformers";
import { expect, onTestFinished, test } from "vitest";
import { createFolderModel } from "../../src/models/folder-embeddings.ts";
import { minilmFolder } from "../../src/models/load-minilm.ts";
import { createMiniLmModel } from "../../src/models/minilm-embeddings.ts";
import { temporaryFolder } from "../fixtures/collection.ts";
import { createHub } from "../upstream/create-hub.ts";
import { idOf, meanOf, tinyEmbedder } from "./tiny-models.ts";

async function withPooling(folder: string, pooling: Readonly<Record<string, boolean>>): Promise<string> {
  await mkdir(join(folder, "1_Pooling"));
  await writeFile(join(folder, "1_Pooling", "config.json"), JSON.stringify(pooling));
  return folder;
}

test("the embedded model's own folder gives its own vectors and tokens", async () => {
  const folder = createFolderModel(minilmFolder());
  const embedded = createMiniLmModel();
  const text = "Large language models can follow simple rules.";
  expect(await folder.embeddings.embedQuery(text)).toEqual(await embedded.embeddings.embedQuery(text));
  expect(await folder.tokens?.embedTokens([text])).toEqual(await embedded.tokens?.embedTokens([text]));
  expect((await folder.tokens?.vocabulary())?.[101]).toBe("[CLS]");
});

test("nothing is fetched, not even what is missing", async () => {
  const { remoteHost } = env;
  const hub = await createHub("someone/tiny", await tinyEmbedder());
  env.remoteHost = hub.address;
  onTestFinished(async () => {
    env.remoteHost = remoteHost;
    await hub.close();
  });
  const folder = await tinyEmbedder();
  expect(await createFolderModel(folder).embeddings.embedQuery("cat")).toEqual(meanOf([2, idOf("cat"), 3]));
  const broken = createFolderModel(folder);
  await rm(join(folder, "onnx", "model.onnx"));
  await expect(broken.warm()).rejects.toThrow(/can't be loaded/);
  expect(hub.requests).toEqual([]);
});

test("changed weights and a changed tokenizer are another model, and the same files the same one elsewhere", async () => {
  const folder = await tinyEmbedder();
  const { fingerprint } = createFolderModel(folder);
  expect(fingerprint).toMatch(/^tiny-embedder:fp32:[0-9a-f]{12}:mean$/);
  expect(createFolderModel(await tinyEmbedder()).fingerprint).toBe(fingerprint);
  const seen = new Set([fingerprint]);
  for (const file of ["onnx/model.onnx", "tokenizer.json"]) {
    await writeFile(join(folder, file), `${await readFile(join(folder, file), "utf8")} `);
    seen.add(createFolderModel(folder).fingerprint);
  }
  await writeFile(join(folder, "onnx", "model.onnx_data"), "weights beside the model");
  seen.add(createFolderModel(folder).fingerprint);
  expect(seen.size).toBe(4);
});

test("what sentence-transformers says of pooling counts, and a text's first vector makes no late stage", async () => {
  const folder = await withPooling(await tinyEmbedder(), { pooling_mode_cls_token: true });
  const model = createFolderModel(folder);
  expect(await model.embeddings.embedDocuments(["cat", "dog eats"])).toEqual([meanOf([2]), meanOf([2])]);
  expect(model.fingerprint).toMatch(/:cls$/);
  expect(model.tokens).toBeUndefined();
  const averaged = await withPooling(await tinyEmbedder("bge-tiny-zh"), { pooling_mode_mean_tokens: true });
  expect(createFolderModel(averaged).tokens).toBeDefined();
});

test("pooling that is not known is refused", async () => {
  const folder = await withPooling(await tinyEmbedder(), { pooling_mode_lasttoken: true });
  expect(() => createFolderModel(folder)).toThrow(/neither of the mean of its tokens nor of the first one/);
});

test.each([
  ["e5-small", {}],
  ["model", { _name_or_path: "intfloat/e5-small-v2" }],
])(
  "a folder %s with %j is a known family: questions and passages get their prefixes",
  async (name, config) => {
    const model = createFolderModel(await tinyEmbedder(name, config));
    expect(await model.embeddings.embedQuery("cat")).toEqual(meanOf([2, 1, 1, idOf("cat"), 3]));
    expect(await model.embeddings.embedDocuments(["cat"])).toEqual([meanOf([2, 1, 1, idOf("cat"), 3])]);
    expect(model.tokens).toBeUndefined();
  },
);

test("texts are cut where the model ends, whatever its tokenizer says", async () => {
  const model = createFolderModel(await tinyEmbedder("tiny", { max_position_embeddings: 8 }));
  expect((await model.tokens?.tokenize(["cat ".repeat(50)]))?.[0]).toHaveLength(8);
  const roberta = createFolderModel(
    await tinyEmbedder("tiny", { max_position_embeddings: 8, model_type: "roberta" }),
  );
  expect((await roberta.tokens?.tokenize(["cat ".repeat(50)]))?.[0]).toHaveLength(6);
});

test("tokens that are no word pieces, too many to count or not to be packed make no late stage", async () => {
  const folder = await tinyEmbedder();
  const file = join(folder, "tokenizer.json");
  await writeFile(file, (await readFile(file, "utf8")).replaceAll('"WordPiece"', '"BPE"'));
  expect(createFolderModel(folder).tokens).toBeUndefined();
  expect(createFolderModel(await tinyEmbedder("tiny", { vocab_size: 250_002 })).tokens).toBeUndefined();
  expect(createFolderModel(await tinyEmbedder("tiny", { hidden_size: 12 })).tokens).toBeUndefined();
});

test.each([
  ["config.json", /holds no config\.json: EMBEDDING_MODEL must name a folder/],
  ["tokenizer.json", /holds no tokenizer\.json/],
  ["onnx/model.onnx", /that EMBEDDING_MODEL names holds no model in ONNX form/],
])("a folder without %s is refused in words", async (file, expected) => {
  const folder = await tinyEmbedder();
  await rm(join(folder, file));
  expect(() => createFolderModel(folder)).toThrow(expected);
});

test.each([
  ["config.json", "{", /config\.json of the model that EMBEDDING_MODEL names can't be read/],
  ["config.json", "{}", /gives no hidden_size/],
  ["tokenizer.json", "{", /tokenizer\.json of the model/],
])("a %s that holds %s is refused in words", async (file, content, expected) => {
  const folder = await tinyEmbedder();
  await writeFile(join(folder, file), content);
  expect(() => createFolderModel(folder)).toThrow(expected);
});

test("weights that can't be loaded, and vectors of another length than was said, are told in words", async () => {
  const broken = await tinyEmbedder();
  await writeFile(join(broken, "onnx", "model.onnx"), "broken");
  await expect(createFolderModel(broken).warm()).rejects.toThrow(
    /can't be loaded: check that its files are whole/,
  );
  const other = createFolderModel(await tinyEmbedder("tiny", { hidden_size: 3 }));
  await expect(other.embeddings.embedQuery("cat")).rejects.toThrow(/no vector of 3 numbers for each token/);
});

test("a folder may be a link", async () => {
  const link = join(await temporaryFolder(), "link");
  await symlink(await tinyEmbedder(), link);
  expect(await createFolderModel(link).embeddings.embedQuery("cat")).toHaveLength(8);
});
