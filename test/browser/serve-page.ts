import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Footnote } from "../../src/domain/footnote.ts";
import { createApp } from "../../src/server/app.ts";
import { loadWebAssets } from "../../src/server/web-assets.ts";

/** Read once for all servers of a file: it keeps what the stripper of types made of each module. */
const web = loadWebAssets();

/** The real server in front of a `Footnote`, on a free port of this machine. */
export async function servePage(
  footnote: Footnote,
  port = 0,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const unexpected: unknown[] = [];
  const app = createApp({
    footnote,
    web: await web,
    settings: { allowedHosts: [], corsOrigins: [], onUnexpectedError: (error) => unexpected.push(error) },
  });
  const server = createServer(getRequestListener(app.fetch));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      if (unexpected.length > 0)
        throw new AggregateError(unexpected, "The server met errors that no one foresaw.");
    },
  };
}
