import { expect, onTestFinished, test } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import { createEndpointModel } from "../../src/models/endpoint-embeddings.ts";
import { hangsUp, neverAnswers, refuses } from "../upstream/behaviours.ts";
import {
  answersWith,
  createEmbeddingsUpstream,
  type EmbeddingsBehaviour,
  embeds,
  letterVector,
} from "../upstream/create-embeddings-upstream.ts";
import type { Behaviour } from "../upstream/create-upstream.ts";

async function modelBehind(
  script: readonly [EmbeddingsBehaviour, ...EmbeddingsBehaviour[]],
  settings: { readonly apiKey?: string; readonly timeoutMs?: number } = {},
) {
  const upstream = await createEmbeddingsUpstream(...script);
  onTestFinished(() => upstream.close());
  const { apiKey, timeoutMs = 5_000 } = settings;
  const model = createEndpointModel(
    { model: "some-embedder", baseUrl: upstream.baseUrl, ...(apiKey && { apiKey }) },
    { questionMs: timeoutMs, passagesMs: timeoutMs },
  );
  return { upstream, model };
}

/** What a chat server does before any text, an embeddings server does as well. */
function asEmbeddings(behaviour: Behaviour): EmbeddingsBehaviour {
  return (response, { path, headers, isCutShort, body }) =>
    behaviour(response, { path, headers, isCutShort, body: { ...body, stream: false, messages: [] } });
}

async function failureOf(work: Promise<unknown>): Promise<ModelError> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (error instanceof ModelError) return error;
  throw new Error(`Expected a ModelError, and got ${String(error)}`);
}

test("asks for numbers, in the endpoint's own words, and names the model and its address for the index", async () => {
  const { model, upstream } = await modelBehind([embeds(letterVector)], { apiKey: "secret" });
  expect(await model.embeddings.embedQuery("an ocean")).toEqual([3, 2, 1, 2]);
  expect(upstream.requests[0]).toMatchObject({
    path: "/v1/embeddings",
    headers: { authorization: "Bearer secret" },
    body: { model: "some-embedder", input: ["an ocean"], encoding_format: "float" },
  });
  expect(model.fingerprint).toBe(`some-embedder:endpoint:${upstream.host}/v1`);
  expect(model.tokens).toBeUndefined();
});

test("many texts go in batches and come back in their order", async () => {
  const { model, upstream } = await modelBehind([embeds(letterVector, { isReversed: true })]);
  const texts = Array.from({ length: 150 }, (_, index) => "a".repeat(index % 41) + "e".repeat(index % 7));
  expect(await model.embeddings.embedDocuments(texts)).toEqual(texts.map(letterVector));
  expect(upstream.requests.map(({ body }) => body.input.length)).toEqual([64, 64, 22]);
});

test("vectors as base64 are read as those of numbers", async () => {
  const { model } = await modelBehind([embeds(letterVector, { encoding: "base64" })]);
  expect(await model.embeddings.embedDocuments(["an ocean", "tree"])).toEqual([
    [3, 2, 1, 2],
    [1, 3, 1, 1],
  ]);
});

test.each([
  ["too few vectors", answersWith([{ index: 0, embedding: [1, 2] }]), /sent 1 vectors for 2 texts/],
  ["no list at all", answersWith("nothing"), /sent 0 vectors for 2 texts/],
  [
    "vectors of two widths",
    embeds((_, index) => [1, 2, 3].slice(index)),
    /than a vector of 3 numbers for each/,
  ],
  ["empty vectors", embeds(() => []), /than a vector of some numbers for each/],
  [
    "words for numbers",
    answersWith([{ embedding: ["x"] }, { embedding: ["y"] }]),
    /than a vector of 1 numbers/,
  ],
  [
    "broken base64",
    answersWith([{ embedding: "AAA=" }, { embedding: "AAA=" }]),
    /than a vector of some numbers/,
  ],
  [
    "one text twice",
    answersWith([
      { index: 0, embedding: [1] },
      { index: 0, embedding: [2] },
    ]),
    /than a vector of 1 numbers/,
  ],
])("%s are an error in words that names the host", async (_, behaviour, expected) => {
  const { model, upstream } = await modelBehind([behaviour]);
  const { message } = await failureOf(model.embeddings.embedDocuments(["a", "b"]));
  expect(message).toMatch(expected);
  expect(message).toContain(upstream.host);
  expect(message).toContain("EMBEDDING_MODEL");
});

test("a model that changes its width under the same name is told", async () => {
  const { model } = await modelBehind([embeds(() => [1, 2]), embeds(() => [1, 2, 3])]);
  await model.warm();
  expect((await failureOf(model.embeddings.embedQuery("a"))).message).toMatch(
    /sent vectors of 3 numbers, and of 2 before/,
  );
});

test.each([
  ["a refused key", "k", refuses(401), /refused the key\. Check OPENAI_API_KEY/],
  ["a missing key", undefined, refuses(401), /asks for a key\. Set OPENAI_API_KEY; it is sent to OpenAI and/],
  ["an unknown model", undefined, refuses(404), /knows no model "some-embedder"\. Check EMBEDDING_MODEL/],
  [
    "too many requests",
    undefined,
    refuses(429, { headers: { "retry-after": "17" } }),
    /too many requests\. Try again in 17 s/,
  ],
  ["a used-up quota", "k", refuses(429, { code: "insufficient_quota" }), /no quota left/],
  [
    "a text too long",
    undefined,
    refuses(400, { message: "maximum context length is 512 tokens" }),
    /longer than the embedding model "some-embedder" can read/,
  ],
  ["a request it doesn't take", undefined, refuses(422), /status 422.*names an embedding model/],
  ["a server that fails", undefined, refuses(503), /has failed \(status 503\)/],
])("says in words, and never in the upstream's: %s", async (_, apiKey, behaviour, expected) => {
  const { model } = await modelBehind([asEmbeddings(behaviour)], { ...(apiKey && { apiKey }) });
  const failure = await failureOf(model.embeddings.embedQuery("a"));
  expect(failure.message).toMatch(expected);
  expect(failure.message).not.toMatch(/upstream's own words|maximum context/);
  expect(failure.cause).toBeInstanceOf(Error);
});

test("says that nothing listens at the address", async () => {
  const { model, upstream } = await modelBehind([embeds(letterVector)]);
  await upstream.close();
  expect((await failureOf(model.warm())).message).toBe(
    `Nothing listens at ${upstream.host}. Start the embeddings server, or check EMBEDDING_MODEL.`,
  );
});

test("what can't be read is told, and nothing of it printed", async () => {
  const { model } = await modelBehind([
    async (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end("sk-SECRET {");
    },
  ]);
  expect((await failureOf(model.warm())).message).toMatch(/sent nothing that could be read/);
});

test("a question is asked once more where the connection breaks, and not where it is refused", async () => {
  const broken = await modelBehind([asEmbeddings(hangsUp()), embeds(letterVector)]);
  expect(await broken.model.embeddings.embedQuery("a")).toHaveLength(4);
  expect(broken.upstream.requests).toHaveLength(2);
  const refused = await modelBehind([asEmbeddings(refuses(429)), embeds(letterVector)]);
  await failureOf(refused.model.embeddings.embedQuery("a"));
  expect(refused.upstream.requests).toHaveLength(1);
});

test("passages wait where there are too many requests, and go on", async () => {
  const { model, upstream } = await modelBehind([
    asEmbeddings(refuses(429, { headers: { "retry-after-ms": "20" } })),
    embeds(letterVector),
  ]);
  expect(await model.embeddings.embedDocuments(["a"])).toEqual([[2, 1, 1, 1]]);
  expect(upstream.requests).toHaveLength(2);
});

test("gives up in time, and hangs up", async () => {
  const { model, upstream } = await modelBehind([asEmbeddings(neverAnswers())], { timeoutMs: 300 });
  expect((await failureOf(model.embeddings.embedQuery("a"))).message).toMatch(/sent no vectors in time/);
  expect(upstream.requests).toHaveLength(1);
  expect(await upstream.requests[0]?.isCutShort).toBe(true);
});
