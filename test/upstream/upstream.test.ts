import OpenAI, { APIConnectionError, AuthenticationError, RateLimitError } from "openai";
import { expect, onTestFinished, test } from "vitest";
import { diesAfter, refuses, says } from "./behaviours.ts";
import { type Behaviour, createUpstream } from "./create-upstream.ts";

/** The scripted upstream is only worth something if the real client takes it for a real one. */
async function clientOf(...script: [Behaviour, ...Behaviour[]]) {
  const upstream = await createUpstream(...script);
  onTestFinished(() => upstream.close());
  const client = new OpenAI({ baseURL: upstream.baseUrl, apiKey: "key", maxRetries: 0 });
  const question = { model: "some-model", messages: [{ role: "user" as const, content: "Why?" }] };
  return {
    upstream,
    complete: () => client.chat.completions.create(question),
    stream: () => client.chat.completions.create({ ...question, stream: true }),
  };
}

test("the openai client reads its stream, chunk by chunk", async () => {
  const { upstream, stream } = await clientOf(says(["LoRA freezes [", "1", "]."], { delayMs: 1 }));
  const chunks = [];
  for await (const chunk of await stream()) chunks.push(chunk);
  expect(chunks.map((chunk) => chunk.choices[0]?.delta.content)).toEqual([
    "",
    "LoRA freezes [",
    "1",
    "].",
    undefined,
  ]);
  expect(chunks.map((chunk) => chunk.choices[0]?.finish_reason)).toEqual([null, null, null, null, "stop"]);
  expect(
    chunks.every(({ object, model }) => `${object} ${model}` === "chat.completion.chunk some-model"),
  ).toBe(true);
  expect(upstream.requests).toHaveLength(1);
  expect(upstream.requests[0]).toMatchObject({
    path: "/v1/chat/completions",
    headers: { authorization: "Bearer key" },
    body: { model: "some-model", stream: true, messages: [{ role: "user", content: "Why?" }] },
  });
  expect(await upstream.requests[0]?.isCutShort).toBe(false);
});

test("the openai client reads its answer in one piece", async () => {
  const { complete } = await clientOf(says(["What is ", "LoRA?"]));
  expect((await complete()).choices[0]?.message.content).toBe("What is LoRA?");
});

test("each request gets its own behaviour, and the last one stays", async () => {
  const { complete } = await clientOf(says(["one"]), says(["two"]));
  const answers = [await complete(), await complete(), await complete()];
  expect(answers.map((answer) => answer.choices[0]?.message.content)).toEqual(["one", "two", "two"]);
});

test("its refusals are the client's typed errors", async () => {
  const { complete } = await clientOf(refuses(401), refuses(429, { headers: { "retry-after": "7" } }));
  await expect(complete()).rejects.toBeInstanceOf(AuthenticationError);
  const error: unknown = await complete().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error instanceof RateLimitError && error.headers.get("retry-after")).toBe("7");
});

test("dying in mid-stream breaks the client's loop after what was sent", async () => {
  const { stream } = await clientOf(diesAfter(["LoRA "]));
  const received: string[] = [];
  const read = async () => {
    for await (const chunk of await stream()) received.push(chunk.choices[0]?.delta.content ?? "");
  };
  await expect(read()).rejects.toThrow();
  expect(received).toEqual(["LoRA "]);
});

test("a client that hangs up is noticed", async () => {
  const { upstream, stream } = await clientOf(
    says(
      Array.from({ length: 500 }, () => "word "),
      { delayMs: 5 },
    ),
  );
  for await (const _ of await stream()) break;
  expect(await upstream.requests[0]?.isCutShort).toBe(true);
});

test("a closed upstream refuses the connection", async () => {
  const { upstream, complete } = await clientOf(says([""]));
  await upstream.close();
  await expect(complete()).rejects.toBeInstanceOf(APIConnectionError);
});
