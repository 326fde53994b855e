import { createServer, type Server } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import { refuseUnreadable } from "../server/unreadable-request.ts";

/** A server, not listening yet, that answers by `fetch`; a request from which no `Request` can be made is refused. */
export function createHttpServer(fetch: (request: Request) => Response | Promise<Response>): Server {
  // A missing Host is refused like a foreign one, by us and in words.
  return createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    const answer = getRequestListener(fetch, {
      errorHandler: (error) =>
        error instanceof RequestError
          ? refuseUnreadable(incoming.headers.host)
          : new Response(null, { status: 500 }),
    });
    return answer(incoming, outgoing);
  });
}
