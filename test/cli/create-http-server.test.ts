import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer } from "../../src/cli/create-http-server.ts";
import { openDoor } from "../server/door.ts";

const server = createHttpServer(openDoor().app.fetch);

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(async () => {
  server.close();
  await once(server, "close");
});

/** Sends these lines as they are, which no client would, and gives the answer's status, head and body. */
async function send(...lines: readonly string[]) {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const socket = connect(address.port, "127.0.0.1");
  socket.write([...lines, "connection: close", "", ""].join("\r\n"));
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body };
}

test.each([
  ["a user name", "127.0.0.1@evil.example"],
  ["two ports", "127.0.0.1:3200:80"],
  ["a path", "localhost/evil"],
  ["no such port", "localhost:99999"],
  ["another way to write an address", "127.1"],
  ["nothing", ""],
])("a Host with %s is refused as foreign, in the shape of every error", async (_, host) => {
  const { status, head, body } = await send("GET /health HTTP/1.1", `host: ${host}`);
  expect(status).toBe(403);
  expect(head.toLowerCase()).toContain("x-content-type-options: nosniff");
  expect(JSON.parse(body)).toEqual({
    error: { code: "forbidden", message: expect.stringContaining(JSON.stringify(host)) },
  });
});

test("a missing Host is foreign too", async () => {
  expect((await send("GET /health HTTP/1.1")).status).toBe(403);
});

test("an address that is none is said to be one", async () => {
  const { status, body } = await send("GET /a\\b HTTP/1.1", "host: localhost");
  expect(status).toBe(400);
  expect(JSON.parse(body)).toHaveProperty("error.code", "invalid");
});

test.each(["localhost", "127.0.0.1:3200", "[::1]:3200"])("the Host %s is answered", async (host) => {
  expect((await send("GET /health HTTP/1.1", `host: ${host}`)).status).toBe(200);
});
