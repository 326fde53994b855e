import { afterEach, expect, test, vi } from "vitest";
import { ConfigError, ModelError, StorageError } from "../../src/domain/errors.ts";
import { createApp } from "../../src/server/app.ts";
import { asking, openDoor } from "./door.ts";
import { scriptedFootnote } from "./scripted-footnote.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const question = asking("Can refusal be trained?");
const limit = 2 * 1024 * 1024;

/** A question of exactly so many bytes, most of them in a field that nobody reads. */
function bodyOf(bytes: number): string {
  const empty = JSON.stringify({ ...question, padding: "" });
  return JSON.stringify({ ...question, padding: "x".repeat(bytes - empty.length) });
}

function inPieces(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const size = 64 * 1024;
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(offset, offset + size));
      offset += size;
      if (offset >= bytes.length) controller.close();
    },
  });
}

test.each(["evil.com", "127.0.0.1.evil.com", "localhost.evil.com", "0.0.0.0:3000"])(
  "the host %s is foreign everywhere",
  async (host) => {
    const door = openDoor();
    for (const path of ["/", "/health", "/ready", "/api/papers", "/assets/chat.js", "/nowhere"]) {
      const response = await door.get(path, { host });
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({
        error: { code: "forbidden", message: expect.stringContaining(`"${host}"`) },
      });
    }
    expect((await door.post("/api/chat", question, { headers: { host } })).status).toBe(403);
  },
);

test("a request without a host is foreign", async () => {
  expect((await openDoor().app.request("/health")).status).toBe(403);
});

test("a host from the settings is answered", async () => {
  const settings = { publicUrl: "https://footnote.example", allowedHosts: ["box.lan:3000"] };
  const door = openDoor(scriptedFootnote(), settings);
  expect((await door.get("/health", { host: "footnote.example" })).status).toBe(200);
  expect((await door.get("/health", { host: "box.lan:3000" })).status).toBe(200);
  expect((await door.get("/health", { host: "box.lan:3001" })).status).toBe(403);
});

test.each(["http://evil.com", "null", "http://127.0.0.1:8080", "https://app.example.evil.com"])(
  "the origin %s is foreign, and gets no CORS header",
  async (origin) => {
    const footnote = scriptedFootnote();
    const door = openDoor(footnote, { corsOrigins: ["https://app.example"] });
    const response = await door.post("/api/chat", question, { headers: { origin } });
    expect(response.status).toBe(403);
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
    expect(footnote.asked).toEqual([]);
  },
);

test("the page's own origin is answered, without CORS headers", async () => {
  const origin = "http://127.0.0.1:3000";
  const response = await openDoor().post("/api/chat", question, { headers: { origin } });
  expect(response.status).toBe(200);
  expect(response.headers.has("access-control-allow-origin")).toBe(false);
  await response.text();
});

test("an origin allowed by hand may ask first and then use the API", async () => {
  const door = openDoor(scriptedFootnote(), { corsOrigins: ["https://app.example"] });
  const headers = { origin: "https://app.example", "access-control-request-method": "POST" };
  const preflight = await door.request("/api/chat", { method: "OPTIONS", headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("https://app.example");
  expect(preflight.headers.get("access-control-allow-methods")).toBe("GET,POST");
  expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type,authorization");
  expect(preflight.headers.get("vary")).toMatch(/^Origin\b/);
  const answer = await door.post("/api/chat", question, { headers: { origin: "https://app.example" } });
  expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.example");
  expect(await answer.text()).toContain("[DONE]");
  const refusal = await door.post("/api/chat", {}, { headers: { origin: "https://app.example" } });
  expect(refusal.status).toBe(400);
  expect(refusal.headers.get("access-control-allow-origin")).toBe("https://app.example");
});

test.each(["/", "/assets/chat.js", "/health", "/api/papers", "/api/nowhere", "/nowhere"])(
  "%s carries the security headers",
  async (path) => {
    const { headers } = await openDoor().get(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "content-security-policy":
        path === "/" ? "default-src 'self'" : "default-src 'none'; frame-ancestors 'none'",
    });
    expect(headers.has("strict-transport-security")).toBe(false);
    expect(headers.has("x-powered-by")).toBe(false);
  },
);

test("a streamed answer and a refusal carry them too", async () => {
  const answer = await openDoor().post("/api/chat", question);
  await answer.text();
  const refusal = await openDoor().get("/health", { host: "evil.com" });
  for (const { headers } of [answer, refusal]) {
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  }
});

test.each([undefined, "text/plain", "application/x-www-form-urlencoded", "application/jsonp", "text/json"])(
  "a body of type %s gets 415",
  async (contentType) => {
    const init = { method: "POST", body: JSON.stringify(question) };
    const headers = new Headers(contentType === undefined ? {} : { "content-type": contentType });
    for (const path of ["/api/chat", "/api/search"]) {
      const response = await openDoor().request(path, { ...init, headers });
      expect(response.status).toBe(415);
      expect(await response.json()).toEqual({
        error: { code: "not-json", message: expect.stringContaining("application/json") },
      });
    }
  },
);

test.each(["application/json; charset=utf-8", "Application/JSON"])(
  "a body of type %s is read",
  async (type) => {
    const response = await openDoor().post("/api/chat", question, { headers: { "content-type": type } });
    expect(response.status).toBe(200);
    await response.text();
  },
);

test.each(["", "{", '{"messages": [}', "messages=hello"])("the body %j gets 400", async (body) => {
  const response = await openDoor().post("/api/chat", body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: { code: "invalid", message: "The request's body is not valid JSON." },
  });
});

test("a body of 2 MB is read, and one more byte gets 413", async () => {
  const whole = await openDoor().post("/api/chat", bodyOf(limit));
  expect(whole.status).toBe(200);
  await whole.text();
  const tooMuch = await openDoor().post("/api/chat", bodyOf(limit + 1));
  expect(tooMuch.status).toBe(413);
  expect(await tooMuch.json()).toEqual({
    error: { code: "too-large", message: expect.stringContaining("2 MB") },
  });
});

test("the limit holds for a body that doesn't announce its length", async () => {
  const send = (bytes: number) =>
    openDoor().request("/api/chat", {
      method: "POST",
      body: inPieces(bodyOf(bytes)),
      headers: { "content-type": "application/json" },
      duplex: "half",
    });
  const whole = await send(limit);
  expect(whole.status).toBe(200);
  expect(await whole.text()).toContain("[DONE]");
  expect((await send(limit + 1)).status).toBe(413);
});

test.each([
  ["GET", "/api/chat", "POST"],
  ["HEAD", "/api/chat", "POST"],
  ["PUT", "/api/search", "POST"],
  ["OPTIONS", "/api/chat", "POST"],
  ["POST", "/api/papers", "GET, HEAD"],
  ["DELETE", "/api/papers/paper-1", "GET, HEAD"],
  ["POST", "/api/chat/chat-1/stream", "GET, HEAD"],
  ["POST", "/", "GET, HEAD"],
  ["POST", "/ready", "GET, HEAD"],
])("%s %s gets 405, and Allow says %s", async (method, path, allow) => {
  const response = await openDoor().request(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe(allow);
  if (method !== "HEAD") {
    expect(await response.json()).toEqual({
      error: { code: "method-not-allowed", message: expect.stringContaining(allow) },
    });
  }
});

test("an unknown address gets 404, as JSON in the API and as text elsewhere", async () => {
  const api = await openDoor().get("/api/nowhere");
  expect(api.status).toBe(404);
  expect(await api.json()).toEqual({
    error: { code: "not-found", message: "There is nothing at this address." },
  });
  const other = await openDoor().get("/nowhere");
  expect(other.status).toBe(404);
  expect(await other.text()).toBe("There is nothing at this address.");
});

test.each([
  [new ModelError("The model is down."), 503, "model"],
  [new StorageError("data/index can't be read."), 503, "storage"],
  [new ConfigError("CHAT_MODEL names no model."), 500, "config"],
])("%s is answered in its own words", async (error, status, code) => {
  const door = openDoor(scriptedFootnote({ search: () => Promise.reject(error) }));
  const response = await door.post("/api/search", { query: "a" });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: { code, message: error.message } });
});

test("an error that no one foresaw shows nothing of itself, and is not lost", async () => {
  const failure = new Error("secret at /srv/footnote");
  const door = openDoor(scriptedFootnote({ findPaper: () => Promise.reject(failure) }));
  const response = await door.get("/api/papers/paper-1");
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    error: { code: "internal", message: expect.stringMatching(/^Something went wrong/) },
  });
  expect(door.unexpected).toEqual([failure]);
});

test("unless told otherwise, it goes to standard error", async () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const app = createApp({
    footnote: scriptedFootnote({ findPaper: () => Promise.reject(new Error("out of memory")) }),
    settings: { allowedHosts: [], corsOrigins: [] },
    web: { page: () => ({ body: "", etag: '"1"' }), asset: () => undefined, contentSecurityPolicy: "" },
  });
  await app.request("/api/papers/paper-1", { headers: { host: "localhost" } });
  expect(write.mock.calls.join("")).toContain("out of memory");
});
