import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Behaviour, UpstreamRequest } from "./create-upstream.ts";

/** Answers with these pieces, one delta each; where no stream was asked for, with all of them at once. */
export function says(
  pieces: readonly string[],
  { delayMs = 0, finishReason = "stop" }: { readonly delayMs?: number; readonly finishReason?: string } = {},
): Behaviour {
  return async (response, request) => {
    if (!request.body.stream) {
      sendCompletion(response, request, pieces.join(""), finishReason);
      return;
    }
    openStream(response);
    sendChunk(response, request, { role: "assistant", content: "" });
    for (const content of pieces) {
      if (delayMs > 0) await setTimeout(delayMs);
      if (response.destroyed) return;
      sendChunk(response, request, { content });
    }
    sendChunk(response, request, {}, finishReason);
    response.end("data: [DONE]\n\n");
  };
}

/** Refuses with this status, before any stream. `message` stands for what must never reach a reader. */
export function refuses(
  status: number,
  { headers = {}, code = "refused", message = "upstream's own words" }: Refusal = {},
): Behaviour {
  return async (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message, type: "upstream_error", param: null, code } }));
  };
}

interface Refusal {
  readonly headers?: Readonly<Record<string, string>>;
  readonly code?: string;
  readonly message?: string;
}

/** Begins an answer, then cuts the connection. */
export function diesAfter(pieces: readonly string[]): Behaviour {
  return async (response, request) => {
    await begin(response, request, pieces);
    response.destroy();
  };
}

/** Begins an answer, then ends the stream properly but without a finish reason. */
export function endsEarlyAfter(pieces: readonly string[]): Behaviour {
  return async (response, request) => {
    await begin(response, request, pieces);
    response.end();
  };
}

/** Begins an answer, then reports an error in the stream. */
export function failsAfter(pieces: readonly string[]): Behaviour {
  return async (response, request) => {
    await begin(response, request, pieces);
    const error = { message: "upstream's own words", type: "server_error", param: null, code: null };
    response.end(`data: ${JSON.stringify({ error })}\n\ndata: [DONE]\n\n`);
  };
}

/** Begins an answer, then says nothing more and keeps the connection open. */
export function stallsAfter(pieces: readonly string[]): Behaviour {
  return async (response, request) => begin(response, request, pieces);
}

/** Takes the request and never answers. */
export function neverAnswers(): Behaviour {
  return async () => {};
}

/** Cuts the connection without an answer. */
export function hangsUp(): Behaviour {
  return async (response) => {
    response.destroy();
  };
}

/** Waits for the pieces to be on their way, so that what follows can't overtake them. */
async function begin(
  response: ServerResponse,
  request: UpstreamRequest,
  pieces: readonly string[],
): Promise<void> {
  openStream(response);
  for (const content of pieces) sendChunk(response, request, { content });
  await new Promise<void>((resolve) => response.write(": ping\n\n", () => resolve()));
  await setTimeout(20);
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
}

const HEAD = { id: "chatcmpl-1", created: 1_732_147_200 };

function sendChunk(
  response: ServerResponse,
  request: UpstreamRequest,
  delta: { readonly role?: string; readonly content?: string },
  finishReason: string | null = null,
): void {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  const chunk = { ...HEAD, object: "chat.completion.chunk", model: request.body.model, choices };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

function sendCompletion(
  response: ServerResponse,
  request: UpstreamRequest,
  content: string,
  finishReason: string,
): void {
  const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: finishReason }];
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({ ...HEAD, object: "chat.completion", model: request.body.model, choices, usage }),
  );
}
