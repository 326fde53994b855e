import type { ServerResponse } from "node:http";
import { z } from "zod";
import { createScriptedServer, type ScriptedBehaviour } from "./create-scripted-server.ts";

const BodySchema = z.looseObject({ model: z.string(), input: z.array(z.string()) });

export type EmbeddingsBehaviour = ScriptedBehaviour<z.infer<typeof BodySchema>>;

/** An embeddings server on a real socket that does as it is told. */
export async function createEmbeddingsUpstream(
  ...script: readonly [EmbeddingsBehaviour, ...EmbeddingsBehaviour[]]
) {
  return await createScriptedServer(BodySchema, script);
}

/** Answers each text with the vector that `vectorOf` gives, in the order of `order`, as numbers or as base64. */
export function embeds(
  vectorOf: (text: string, position: number) => readonly number[],
  {
    encoding = "float",
    isReversed = false,
  }: { readonly encoding?: "float" | "base64"; readonly isReversed?: boolean } = {},
): EmbeddingsBehaviour {
  return async (response, { body }) => {
    const data = body.input.map((input, index) => {
      const vector = vectorOf(input, index);
      const base64 = () => Buffer.from(Float32Array.from(vector).buffer).toString("base64");
      return { object: "embedding", index, embedding: encoding === "float" ? vector : base64() };
    });
    sendAnswer(response, isReversed ? data.reverse() : data, body.model);
  };
}

/** Answers with these items, whatever was asked. */
export function answersWith(data: unknown): EmbeddingsBehaviour {
  return async (response, { body }) => sendAnswer(response, data, body.model);
}

function sendAnswer(response: ServerResponse, data: unknown, model: string): void {
  response.writeHead(200, { "content-type": "application/json" });
  const usage = { prompt_tokens: 1, total_tokens: 1 };
  response.end(JSON.stringify({ object: "list", data, model, usage }));
}

/** A vector of four numbers that says which of a few letters stand in a text. */
export function letterVector(input: string): readonly number[] {
  return ["a", "e", "i", "o"].map((letter) => input.split(letter).length);
}
