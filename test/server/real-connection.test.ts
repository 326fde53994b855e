import { once } from "node:events";
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Footnote } from "../../src/domain/footnote.ts";
import { asking, openDoor } from "./door.ts";
import { scriptedFootnote } from "./scripted-footnote.ts";

/** What `app.request()` can't show: sockets, pieces of a body, and a client that hangs up. */
const seen = { isAborted: false, hasEnded: false };

const answer: Footnote["answer"] = async function* (_, { signal }) {
  try {
    yield { type: "answer-started", messageId: "m-1" };
    await sleep(60_000, undefined, { signal });
  } finally {
    seen.isAborted = signal.aborted;
    seen.hasEnded = true;
  }
};
const door = openDoor(scriptedFootnote({ answer }), { heartbeatMs: 50 });
const server = createAdaptorServer({ fetch: door.app.fetch });

beforeEach(async () => {
  seen.isAborted = false;
  seen.hasEnded = false;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(async () => {
  server.close();
  await once(server, "close");
});

function portOf(): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

async function post(
  pieces: readonly string[],
  headers: OutgoingHttpHeaders = {},
  agent = new Agent(),
): Promise<IncomingMessage> {
  const sent = request({
    agent,
    port: portOf(),
    host: "127.0.0.1",
    path: "/api/chat",
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve);
    sent.once("error", reject);
  });
  for (const piece of pieces) sent.write(piece);
  sent.end();
  return await response;
}

async function read(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

test("headers, first frame and pings arrive while the answer is still being made", async () => {
  const response = await post([JSON.stringify(asking("Why?"))]);
  expect(response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
  expect(response.headers["content-length"]).toBeUndefined();
  let text = "";
  response.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  await expect.poll(() => text).toMatch(/^data: \{"type":"start","messageId":"m-1"\}\n\n(: ping\n\n)+$/);
  expect(seen.hasEnded).toBe(false);
  response.destroy();
  await expect.poll(() => seen.hasEnded).toBe(true);
});

test.each([
  ["in one piece", [JSON.stringify(asking("Why?"))]],
  ["in pieces of unknown length", ['{"messages":', '[{"role":"user","content":"Why?"}]}']],
])("a client that hangs up ends the answer, its question sent %s", async (_, pieces) => {
  const response = await post(pieces);
  await once(response, "readable");
  expect(seen.hasEnded).toBe(false);
  response.destroy();
  await expect.poll(() => seen).toEqual({ isAborted: true, hasEnded: true });
  expect(door.unexpected).toEqual([]);
});

test("a client that hangs up in the middle of its question is nobody's error", async () => {
  const socket = connect(portOf(), "127.0.0.1");
  const head = ["POST /api/chat HTTP/1.1", "host: localhost", "content-type: application/json"];
  socket.write(`${head.join("\r\n")}\r\ncontent-length: 1000\r\n\r\n{"messages":`);
  await sleep(50);
  socket.destroy();
  await sleep(50);
  expect(door.unexpected).toEqual([]);
});

test("a refused body, however large, leaves the connection fit for the next request", async () => {
  const piece = "x".repeat(1024 * 1024);
  const refusals: [OutgoingHttpHeaders, number][] = [
    [{ "content-length": 3 * piece.length }, 413],
    [{}, 413],
    [{ "content-type": "text/plain" }, 415],
    [{ host: "evil.com" }, 403],
    [{}, 413],
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const [headers, status] of refusals) {
    const response = await post([piece, piece, piece], headers, agent);
    expect(response.statusCode).toBe(status);
    expect(JSON.parse(await read(response))).toHaveProperty("error.message");
  }
  agent.destroy();
});

test("a foreign host is refused over a socket as well", async () => {
  const response = await post([JSON.stringify(asking("Why?"))], { host: "evil.com" });
  expect(response.statusCode).toBe(403);
  response.resume();
});
