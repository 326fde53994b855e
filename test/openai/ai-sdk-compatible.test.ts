import { createOpenAICompatible, type MetadataExtractor } from "@ai-sdk/openai-compatible";
import { generateText, streamText } from "ai";
import { afterEach, expect, test } from "vitest";
import type { Footnote } from "../../src/domain/footnote.ts";
import { citedAnswer } from "../server/scripted-footnote.ts";
import { answering, serveOpenAI, twoPaperAnswer, twoPaperText } from "./serve-openai.ts";

/**
 * `@ai-sdk/openai-compatible` maps text and usage, and neither annotations nor Perplexity's fields to the AI SDK's sources.
 * What a server adds reaches a program by the provider's `metadataExtractor`, which its documentation names for that, and
 * stands in `providerMetadata`. This one is what such a program writes: the last list of cited papers wins.
 */
const footnoteSources: MetadataExtractor = {
  extractMetadata: ({ parsedBody }) => Promise.resolve(sourcesIn(parsedBody)),
  createStreamExtractor: () => {
    let found: ReturnType<typeof sourcesIn>;
    return {
      processChunk: (chunk) => {
        found = sourcesIn(chunk) ?? found;
      },
      buildMetadata: () => found,
    };
  },
};

function sourcesIn(body: unknown) {
  const sources = Object(body).search_results;
  return sources === undefined ? undefined : { footnote: { sources } };
}

let close = async () => {};

afterEach(() => close());

async function modelOf(footnote: Footnote) {
  const served = await serveOpenAI(footnote);
  close = served.close;
  const provider = createOpenAICompatible({
    name: "footnote",
    baseURL: served.baseURL,
    includeUsage: true,
    metadataExtractor: footnoteSources,
  });
  return { model: provider("footnote"), origin: new URL(served.baseURL).origin };
}

const prompt = "Can refusal be trained?";

function expectedSources(origin: string) {
  return [
    { title: "Paper 001", url: `${origin}/papers/paper-1`, snippet: expect.stringContaining("refusal") },
    { title: "Paper 002", url: "https://arxiv.org/abs/2311.09677", date: "2023-11-16" },
  ];
}

test("streamText gets text, usage and the sources of an answer", async () => {
  const { model, origin } = await modelOf(answering(twoPaperAnswer));
  const result = streamText({ model, prompt });
  const deltas: string[] = [];
  for await (const delta of result.textStream) deltas.push(delta);
  expect(deltas.length).toBeGreaterThan(1);
  expect(deltas.join("")).toBe(twoPaperText);
  expect(await result.finishReason).toBe("stop");
  expect((await result.usage).inputTokens).toBe(6);
  expect((await result.providerMetadata)?.["footnote"]?.["sources"]).toMatchObject(expectedSources(origin));
});

test("generateText gets the same", async () => {
  const { model, origin } = await modelOf(answering(twoPaperAnswer));
  const { text, providerMetadata } = await generateText({ model, prompt });
  expect(text).toBe(twoPaperText);
  expect(providerMetadata?.["footnote"]?.["sources"]).toMatchObject(expectedSources(origin));
});

test("a failure in mid-answer reaches the program in words", async () => {
  const { model } = await modelOf(
    answering([...citedAnswer.slice(0, 5), { type: "answer-failed", message: "The model fell silent." }]),
  );
  const errors: unknown[] = [];
  const result = streamText({ model, prompt, onError: ({ error }) => void errors.push(error) });
  let text = "";
  for await (const delta of result.textStream) text += delta;
  expect(text).toBe("“… refusal can be trained …” [");
  expect(JSON.stringify(errors)).toContain("The model fell silent.");
});

test("a refused request fails with our words", async () => {
  const { model } = await modelOf(answering(citedAnswer));
  await expect(generateText({ model, prompt: " ", maxRetries: 0 })).rejects.toThrow("The question is empty.");
});
