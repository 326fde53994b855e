import type { Hono } from "hono";
import type { Footnote } from "../../src/domain/footnote.ts";
import { createApp, type ServerSettings } from "../../src/server/app.ts";
import type { Door as Dialect } from "../../src/server/door.ts";
import type { WebAssets } from "../../src/server/web-assets.ts";
import { scriptedFootnote } from "./scripted-footnote.ts";

const web: WebAssets = {
  page: (name) => ({ body: `<!doctype html><title>${name}</title>`, etag: `"${name}-1"` }),
  asset: (path) =>
    path === "chat.js"
      ? { body: "export {};", contentType: "text/javascript; charset=utf-8", etag: '"js-1"' }
      : path === "favicon.svg"
        ? { body: "<svg/>", contentType: "image/svg+xml", etag: '"svg-1"' }
        : undefined,
  contentSecurityPolicy: "default-src 'self'",
};

/** The door as a browser on this machine finds it: every request carries a loopback Host unless it names another. */
export interface Door {
  readonly app: Hono;
  /** What no one foresaw. */
  readonly unexpected: unknown[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends `body` as JSON, or as it is where it is text. */
  post(path: string, body: unknown, init?: RequestInit): Promise<Response>;
  request(path: string, init: RequestInit): Promise<Response>;
}

export function openDoor(
  footnote: Footnote = scriptedFootnote(),
  settings: Partial<ServerSettings> = {},
  doors: readonly Dialect[] = [],
): Door {
  const unexpected: unknown[] = [];
  const app = createApp({
    footnote,
    web,
    doors,
    settings: {
      allowedHosts: [],
      corsOrigins: [],
      onUnexpectedError: (error) => unexpected.push(error),
      ...settings,
    },
  });
  const request = async (path: string, init: RequestInit) => {
    const headers = new Headers({ host: "127.0.0.1:3000" });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return await app.request(path, { ...init, headers });
  };
  return {
    app,
    unexpected,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, body, init = {}) =>
      request(path, {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
        ...init,
        headers: { "content-type": "application/json", ...Object.fromEntries(new Headers(init.headers)) },
      }),
  };
}

/** A user's question as the AI SDK sends it. */
export function asking(question: string) {
  return { messages: [{ id: "u-1", role: "user", parts: [{ type: "text", text: question }] }] };
}

/** The payloads of a whole stream of server-sent events, parsed; `[DONE]` stays text. */
export function framesOf(stream: string): unknown[] {
  return stream
    .split("\n\n")
    .filter((frame) => frame.startsWith("data: "))
    .map((frame) => frame.slice("data: ".length))
    .map((data) => (data === "[DONE]" ? data : JSON.parse(data)));
}

export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
