import { composeFootnote } from "../compose/compose-footnote.ts";
import type { Config } from "../config.ts";
import { ConfigError, FootnoteError } from "../domain/errors.ts";
import { createApp } from "../server/app.ts";
import { loadWebAssets } from "../server/web-assets.ts";
import { createHttpServer } from "./create-http-server.ts";
import { doors } from "./doors.ts";
import { runCommand } from "./run-command.ts";
import { showProgress } from "./show-progress.ts";

/** Open connections get this long to end once the server is told to stop. */
const CLOSE_TIMEOUT_MS = 3000;

await runCommand(async (config, signal) => {
  const web = await loadWebAssets();
  const { footnote, prepared, isServing } = await composeFootnote(config, {
    signal,
    onProgress: showProgress(process.stderr),
    onNotice: (notice) => process.stderr.write(`${notice}\n`),
  });
  // Heard below; until then a failure must not count as unhandled.
  prepared.catch(() => {});
  const { publicUrl, allowedHosts, corsOrigins } = config;
  const app = createApp({
    footnote,
    web,
    doors,
    settings: { allowedHosts, corsOrigins, ...(publicUrl && { publicUrl }) },
  });
  const server = await listen(app.fetch, config);
  try {
    const { paperCount } = await prepared;
    process.stdout.write(`Ready: ${paperCount} papers. Model: ${footnote.readiness().model}.\n`);
    await aborted(signal);
  } catch (error) {
    // Papers indexed before, or an empty collection, are served all the same; without an index there is nothing to serve.
    if (signal.aborted || !isServing() || !(error instanceof FootnoteError)) throw error;
    process.stderr.write(`${error.message}\n`);
    await aborted(signal);
  } finally {
    await server.close();
  }
});

async function listen(fetch: (request: Request) => Response | Promise<Response>, { host, port }: Config) {
  const started = Promise.withResolvers<void>();
  const server = createHttpServer(fetch);
  server.once("error", (cause: NodeJS.ErrnoException) => started.reject(cannotListen(host, port, cause)));
  server.listen(port, host, started.resolve);
  await started.promise;
  const address = server.address();
  const listeningPort = address !== null && typeof address === "object" ? address.port : port;
  const shownHost = host.includes(":") ? `[${host}]` : host;
  process.stdout.write(`Footnote listens on http://${shownHost}:${listeningPort}\n`);
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      const timer = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}

function cannotListen(host: string, port: number, cause: NodeJS.ErrnoException): ConfigError {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is taken by another process: stop it, or set PORT to a free one (PORT=0 picks one)`,
    EACCES: `this user may not listen on port ${port}: set PORT to one above 1023`,
    EADDRNOTAVAIL: `HOST=${host} is not an address of this machine`,
    ENOTFOUND: `HOST=${host} is not known`,
  };
  return new ConfigError(`Footnote can't listen on ${host}: ${why[cause.code ?? ""] ?? cause.message}.`, {
    cause,
  });
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
