import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { z } from "zod";

/** A request as it arrived. */
export interface ScriptedRequest<Body> {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
  /** Settles when the connection closes: true where the client hung up before the answer was complete. */
  readonly isCutShort: Promise<boolean>;
}

/** What the server does with one request. */
export type ScriptedBehaviour<Body> = (
  response: ServerResponse,
  request: ScriptedRequest<Body>,
) => Promise<void>;

export interface ScriptedServer<Body> {
  /** What `OPENAI_BASE_URL` would be. */
  readonly baseUrl: string;
  readonly host: string;
  readonly requests: readonly ScriptedRequest<Body>[];
  /** The request of that number, from 0, once it has arrived. */
  request(index: number): Promise<ScriptedRequest<Body>>;
  close(): Promise<void>;
}

/**
 * A server on a real socket that does as it is told with JSON requests of one form: the first behaviour with the first
 * request, and so on, the last one with all that follow.
 */
export async function createScriptedServer<Body>(
  bodySchema: z.ZodType<Body>,
  script: readonly [ScriptedBehaviour<Body>, ...ScriptedBehaviour<Body>[]],
): Promise<ScriptedServer<Body>> {
  const requests: ScriptedRequest<Body>[] = [];
  const arrivals = new EventTarget();
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const closed = new Promise((resolve) => response.once("close", resolve));
    const request = {
      path: incoming.url ?? "",
      headers: incoming.headers,
      body: bodySchema.parse(JSON.parse(await text(incoming))),
      isCutShort: closed.then(() => !response.writableFinished),
    };
    const behaviour = script[Math.min(requests.length, script.length - 1)] ?? script[0];
    requests.push(request);
    arrivals.dispatchEvent(new Event("request"));
    await behaviour(response, request);
  };

  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    baseUrl: `http://${host}/v1`,
    host,
    requests,
    async request(index) {
      let request = requests[index];
      for (; request === undefined; request = requests[index]) await once(arrivals, "request");
      return request;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
