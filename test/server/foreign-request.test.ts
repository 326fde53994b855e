import fc from "fast-check";
import { expect, test } from "vitest";
import { isAllowedOrigin, isOwnHost, isOwnOrigin } from "../../src/server/foreign-request.ts";

const nothingAllowed = { allowedHosts: [] };

test.each([
  "localhost",
  "localhost:3000",
  "LOCALHOST:3000",
  "127.0.0.1",
  "127.0.0.1:3000",
  "127.255.0.9:80",
  "[::1]",
  "[::1]:3000",
])("answers to loopback as %s", (host) => {
  expect(isOwnHost(host, nothingAllowed)).toBe(true);
});

test.each([
  undefined,
  "",
  "evil.com",
  "evil.com:3000",
  "127.0.0.1.evil.com",
  "127.0.0.1.evil.com:3000",
  "localhost.evil.com",
  "evil-localhost",
  "localhost@evil.com",
  "evil.com#localhost",
  "localhost/evil.com",
  "localhost, evil.com",
  "localhost:3000:4000",
  "localhost:",
  "127.0.0.1.",
  "127.1",
  "128.0.0.1",
  "0.0.0.0",
  "0x7f.0.0.1",
  "[::2]",
  "[::1",
  " localhost",
])("is deaf to the host %j", (host) => {
  expect(isOwnHost(host, nothingAllowed)).toBe(false);
});

test("answers to the host of the public address on any port, and to nothing below it", () => {
  const own = { publicUrl: "https://Footnote.example:8443/papers", allowedHosts: [] };
  expect(isOwnHost("footnote.example", own)).toBe(true);
  expect(isOwnHost("FOOTNOTE.example:8443", own)).toBe(true);
  expect(isOwnHost("www.footnote.example", own)).toBe(false);
});

test("an allowed host binds the port where it names one", () => {
  const own = { allowedHosts: ["box.lan", "Desk.lan:8080"] };
  expect(isOwnHost("box.lan:1234", own)).toBe(true);
  expect(isOwnHost("desk.lan:8080", own)).toBe(true);
  expect(isOwnHost("desk.lan:8081", own)).toBe(false);
  expect(isOwnHost("desk.lan", own)).toBe(false);
});

test("no host under another's domain is ever ours", () => {
  fc.assert(
    fc.property(fc.constantFrom("localhost", "127.0.0.1", "box.lan"), fc.domain(), (name, domain) => {
      expect(isOwnHost(`${name}.${domain}`, { allowedHosts: ["box.lan"] })).toBe(false);
    }),
  );
});

test.each([
  [undefined, "localhost:3000"],
  ["http://localhost:3000", "localhost:3000"],
  ["http://LOCALHOST:3000", "localhost:3000"],
  ["http://[::1]:3000", "[::1]:3000"],
  ["http://box.lan", "box.lan:80"],
  ["https://footnote.example", "footnote.example"],
  ["https://footnote.example", "footnote.example:443"],
])("the origin %s belongs to the host %s", (origin, host) => {
  expect(isOwnOrigin(origin, { host, corsOrigins: [] })).toBe(true);
});

test.each([
  ["null", "localhost:3000"],
  ["", "localhost:3000"],
  ["http://evil.com", "localhost:3000"],
  ["http://localhost:8080", "localhost:3000"],
  ["http://localhost", "localhost:3000"],
  ["http://127.0.0.1:3000", "localhost:3000"],
  ["http://localhost:3000.evil.com", "localhost:3000"],
  ["http://localhost:3000@evil.com", "localhost:3000"],
  ["chrome-extension://localhost:3000", "localhost:3000"],
])("the origin %j does not belong to the host %s", (origin, host) => {
  expect(isOwnOrigin(origin, { host, corsOrigins: ["https://app.example"] })).toBe(false);
});

test("an origin allowed by hand may come from anywhere, whole and exact", () => {
  const corsOrigins = ["https://app.example", "http://LOCALHOST:5173"];
  expect(isOwnOrigin("https://app.example", { host: "localhost:3000", corsOrigins })).toBe(true);
  expect(isAllowedOrigin("http://localhost:5173", corsOrigins)).toBe(true);
  expect(isAllowedOrigin("https://app.example.evil.com", corsOrigins)).toBe(false);
  expect(isAllowedOrigin("http://app.example", corsOrigins)).toBe(false);
  expect(isAllowedOrigin("null", corsOrigins)).toBe(false);
  expect(isAllowedOrigin(undefined, corsOrigins)).toBe(false);
});
