import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";

const BodySchema = z.looseObject({ model: z.string(), input: z.array(z.string()) });

/** A request for embeddings as it arrived. */
export interface EmbeddingsRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: z.infer<typeof BodySchema>;
  /** Settles when the connection closes: true where the client hung up before the answer was complete. */
  readonly isCutShort: Promise<boolean>;
}

/** What the upstream does with one request. */
export type EmbeddingsBehaviour = (response: ServerResponse, request: EmbeddingsRequest) => Promise<void>;

/** An embeddings server on a real socket: the first behaviour with the first request, the last one with all that follow. */
export async function createEmbeddingsUpstream(
  ...script: readonly [EmbeddingsBehaviour, ...EmbeddingsBehaviour[]]
) {
  const requests: EmbeddingsRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const closed = once(response, "close");
    const request: EmbeddingsRequest = {
      path: incoming.url ?? "",
      headers: incoming.headers,
      body: BodySchema.parse(JSON.parse(await text(incoming))),
      isCutShort: closed.then(() => !response.writableFinished),
    };
    const behaviour = script[Math.min(requests.length, script.length - 1)] ?? script[0];
    requests.push(request);
    await behaviour(response, request);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
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
