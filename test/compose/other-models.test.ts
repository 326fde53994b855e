import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@huggingface/transformers";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { createEmbeddingModel } from "../../src/compose/create-embedding-model.ts";
import { openCollection } from "../../src/compose/open-collection.ts";
import { readConfig } from "../../src/config.ts";
import { standingAlone } from "../../src/domain/question.ts";
import { minilmFolder } from "../../src/models/load-minilm.ts";
import { samplePage, temporaryFolder } from "../fixtures/collection.ts";
import { LISTENING, RULES } from "../fixtures/papers.ts";
import { tinyCrossEncoder, tinyEmbedder } from "../models/tiny-models.ts";
import { createEmbeddingsUpstream, embeds, letterVector } from "../upstream/create-embeddings-upstream.ts";
import { createHub } from "../upstream/create-hub.ts";

/** Footnote with other models than the embedded one, each named by one setting. */
let seedsDir: string;
const question = "Which speech model can listen while it is speaking?";

beforeAll(async () => {
  seedsDir = await temporaryFolder();
  const { entries } = await samplePage(2);
  const text = entries.map(({ title, abstract }) => `${title}\n\n${abstract}\n`).join("\n");
  await writeFile(join(seedsDir, "003_78c848d8f8344d7f.txt"), text);
});

async function composed(environment: Readonly<Record<string, string>>) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const notices: string[] = [];
  const dataDir = await temporaryFolder();
  const made = await composeFootnote(readConfig({ DATA_DIR: dataDir, SEEDS_DIR: seedsDir, ...environment }), {
    onProgress: () => {},
    onNotice: (notice) => notices.push(notice),
    signal: stop.signal,
  });
  const search = async () => {
    const conversation = { history: [], question };
    const { papers } = await made.footnote.search(conversation, { k: 2, signal: stop.signal });
    return papers;
  };
  return { ...made, notices, search };
}

async function embeddingsServer() {
  const upstream = await createEmbeddingsUpstream(embeds(letterVector));
  onTestFinished(() => upstream.close());
  return upstream;
}

test("an embedding model in a folder serves with every stage, and without a word", async () => {
  const { prepared, search, notices } = await composed({ EMBEDDING_MODEL: minilmFolder() });
  expect((await prepared).paperCount).toBe(2);
  const [first] = await search();
  expect(first?.paper.title).toBe("Language Model Can Listen While Speaking");
  expect(first?.stages.map(({ stage }) => stage)).toContain("late");
  expect(notices).toEqual([]);
});

test("an embeddings endpoint serves without the late stage, and says so once", async () => {
  const { baseUrl, host } = await embeddingsServer();
  const { prepared, search, notices } = await composed({ EMBEDDING_MODEL: `letters@${baseUrl}` });
  expect((await prepared).paperCount).toBe(2);
  const [first] = await search();
  expect(first?.paper.title).toBe("Language Model Can Listen While Speaking");
  expect(first?.stages.map(({ stage }) => stage)).not.toContain("late");
  expect(notices).toEqual([
    `The embedding model letters:endpoint:${host}/v1 gives whole vectors and no vectors of tokens: ` +
      "papers are ranked by words and vectors, without the late stage.",
  ]);
});

test.each([
  ["someone/tiny", true],
  ["someone/e5-tiny", false],
])("the model %s of the hub serves, with the late stage: %s", async (name, hasLateStage) => {
  const hub = await createHub(name, await tinyEmbedder());
  const { remoteHost } = env;
  env.remoteHost = hub.address;
  onTestFinished(async () => {
    env.remoteHost = remoteHost;
    await hub.close();
  });
  const { prepared, search, notices } = await composed({ EMBEDDING_MODEL: name });
  expect((await prepared).paperCount).toBe(2);
  const [first] = await search();
  expect(first?.stages.some(({ stage }) => stage === "late")).toBe(hasLateStage);
  expect(notices).toEqual([
    expect.stringContaining(`${name} is fetched from the Hugging Face hub`),
    ...(hasLateStage ? [] : [expect.stringContaining("without the late stage")]),
  ]);
});

test("a folder without a model stops the index with one clear sentence", async () => {
  const { prepared } = await composed({ EMBEDDING_MODEL: seedsDir });
  await expect(prepared).rejects.toThrow(/holds no config\.json: EMBEDDING_MODEL must name a folder/);
});

test("a reranker is warmed behind the index and then orders the papers", async () => {
  const { baseUrl } = await embeddingsServer();
  const { warmed, search, notices } = await composed({
    EMBEDDING_MODEL: `letters@${baseUrl}`,
    RERANK_MODEL: await tinyCrossEncoder(),
  });
  await warmed;
  const papers = await search();
  const places = papers.map(({ stages }) => stages.find(({ stage }) => stage === "rerank"));
  expect(places.map((place) => place?.rank)).toEqual([1, 2]);
  expect(notices.join()).not.toContain("reranker");
});

test("a reranker that can't be had is told once, and the search goes on without it", async () => {
  const { baseUrl } = await embeddingsServer();
  const { warmed, search, notices } = await composed({
    EMBEDDING_MODEL: `letters@${baseUrl}`,
    RERANK_MODEL: seedsDir,
  });
  await warmed;
  const [first] = await search();
  expect(first?.paper.title).toBe("Language Model Can Listen While Speaking");
  expect(first?.stages.map(({ stage }) => stage)).not.toContain("rerank");
  expect(notices.filter((notice) => notice.includes("RERANK_MODEL"))).toEqual([
    expect.stringMatching(/RERANK_MODEL must name a folder.*ranked without it\.$/su),
  ]);
});

test("a benchmark's collection is opened with its reranker warm, and says what is left out", async () => {
  const { baseUrl } = await embeddingsServer();
  const notices: string[] = [];
  const config = readConfig({
    DATA_DIR: await temporaryFolder(),
    EMBEDDING_MODEL: `letters@${baseUrl}`,
    RERANK_MODEL: await tinyCrossEncoder(),
  });
  const { signal } = new AbortController();
  const collection = await openCollection(config, [RULES, LISTENING], {
    signal,
    onProgress: () => {},
    onNotice: (notice) => notices.push(notice),
  });
  const papers = await collection.search(standingAlone(question).text, { count: 2, signal });
  const stages = papers.map((paper) => paper.stages.map(({ stage }) => stage));
  expect(stages).toEqual([expect.arrayContaining(["rerank"]), expect.arrayContaining(["rerank"])]);
  expect(notices).toEqual([expect.stringContaining("without the late stage")]);
});

test("the key goes to OpenAI and to the chat model's server, and to no other", async () => {
  const { baseUrl, requests } = await embeddingsServer();
  const keyOf = async (environment: Readonly<Record<string, string>>) => {
    const config = readConfig({ EMBEDDING_MODEL: `letters@${baseUrl}`, ...environment });
    const model = await createEmbeddingModel(config, () => {});
    await model.warm();
    return requests.at(-1)?.headers.authorization;
  };
  expect(await keyOf({ OPENAI_API_KEY: "secret" })).toBe("Bearer none");
  expect(await keyOf({ OPENAI_API_KEY: "secret", OPENAI_BASE_URL: "https://models.example/v1" })).toBe(
    "Bearer none",
  );
  expect(await keyOf({ OPENAI_API_KEY: "secret", OPENAI_BASE_URL: new URL(baseUrl).origin })).toBe(
    "Bearer secret",
  );
});
