import { expect, test } from "vitest";
import { UnavailableError } from "../../src/domain/errors.ts";
import { openDoor } from "./door.ts";
import { scriptedFootnote } from "./scripted-footnote.ts";

test.each([
  ["/", "chat"],
  ["/papers", "papers"],
  ["/papers/paper-1", "paper"],
])("%s is the shell of the %s page, with the page's own policy", async (path, name) => {
  const response = await openDoor().get(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(`<!doctype html><title>${name}</title>`);
  expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(response.headers.get("etag")).toBe(`"${name}-1"`);
  expect(response.headers.get("content-security-policy")).toBe("default-src 'self'");
});

test("an unknown paper gets 404 with the same shell, whatever the client has stored", async () => {
  const response = await openDoor().get("/papers/none", { "if-none-match": '"paper-1"' });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("<title>paper</title>");
});

test("while the index is being built any paper may yet turn out to be there", async () => {
  const footnote = scriptedFootnote({
    readiness: () => ({ isReady: false, missing: ["index"], paperCount: 0, model: "quoting" }),
    findPaper: () => Promise.reject(new UnavailableError("The index is being built.")),
  });
  expect((await openDoor(footnote).get("/papers/none")).status).toBe(200);
});

test.each([
  ["/assets/chat.js", "text/javascript; charset=utf-8", "export {};"],
  ["/favicon.svg", "image/svg+xml", "<svg/>"],
  ["/favicon.ico", "image/svg+xml", "<svg/>"],
])("%s is served as %s", async (path, contentType, body) => {
  const response = await openDoor().get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(contentType);
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(await response.text()).toBe(body);
});

test.each(["/assets/", "/assets/none.js", "/assets/../../package.json", "/assets/%2e%2e%2fpackage.json"])(
  "%s is not here",
  async (path) => {
    const response = await openDoor().get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
  },
);

test.each([
  ["/assets/chat.js", '"js-1"', 304],
  ["/assets/chat.js", '"old", W/"js-1"', 304],
  ["/assets/chat.js", "*", 304],
  ["/assets/chat.js", '"old"', 200],
  ["/", '"chat-1"', 304],
])("%s with If-None-Match %s gets %i", async (path, known, status) => {
  const response = await openDoor().get(path, { "if-none-match": known });
  expect(response.status).toBe(status);
  expect((await response.text()) === "").toBe(status === 304);
});

test("a page that is confirmed keeps its policy", async () => {
  const response = await openDoor().get("/", { "if-none-match": '"chat-1"' });
  expect(response.headers.get("content-security-policy")).toBe("default-src 'self'");
  expect(response.headers.get("cache-control")).toBe("no-cache");
});
