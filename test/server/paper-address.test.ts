import { expect, test } from "vitest";
import { paperAddresses } from "../../src/server/paper-address.ts";
import { paper } from "./scripted-footnote.ts";

const request = new Request("http://127.0.0.1:3000/api/chat", { headers: { host: "127.0.0.1:3000" } });

test("a paper known outside is at its own address", () => {
  const outsideUrl = "https://arxiv.org/abs/2311.09677";
  expect(paperAddresses("https://here.example", request)(paper(1, { outsideUrl }))).toBe(outsideUrl);
});

test("a paper known only here is under the public address", () => {
  expect(paperAddresses("https://here.example", request)(paper(1))).toBe(
    "https://here.example/papers/paper-1",
  );
});

test("without a public address it is under the host that was asked", () => {
  expect(paperAddresses(undefined, request)(paper(1))).toBe("http://127.0.0.1:3000/papers/paper-1");
});

test("an id never breaks out of its place in the address", () => {
  expect(paperAddresses(undefined, request)(paper(1, { paperId: "../a?b" }))).toBe(
    "http://127.0.0.1:3000/papers/..%2Fa%3Fb",
  );
});
