import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";

const BodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/** A request as it arrived. */
export interface UpstreamRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: z.infer<typeof BodySchema>;
  /** Settles when the connection closes: true where the client hung up before the answer was complete. */
  readonly isCutShort: Promise<boolean>;
}

/** What the upstream does with one request. */
export type Behaviour = (response: ServerResponse, request: UpstreamRequest) => Promise<void>;

export interface Upstream {
  /** What `OPENAI_BASE_URL` would be. */
  readonly baseUrl: string;
  readonly requests: readonly UpstreamRequest[];
  /** The request of that number, from 0, once it has arrived. */
  request(index: number): Promise<UpstreamRequest>;
  close(): Promise<void>;
}

/**
 * A chat-completions server on a real socket that does as it is told: the first behaviour with the first request, and so
 * on, the last one with all that follow.
 */
export async function createUpstream(...script: readonly [Behaviour, ...Behaviour[]]): Promise<Upstream> {
  const requests: UpstreamRequest[] = [];
  const arrivals = new EventTarget();
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const closed = new Promise((resolve) => response.once("close", resolve));
    const request: UpstreamRequest = {
      path: incoming.url ?? "",
      headers: incoming.headers,
      body: BodySchema.parse(JSON.parse(await text(incoming))),
      isCutShort: closed.then(() => !response.writableFinished),
    };
    const behaviour = script[Math.min(requests.length, script.length - 1)] ?? script[0];
    requests.push(request);
    arrivals.dispatchEvent(new Event("request"));
    await behaviour(response, request);
  };

  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
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
