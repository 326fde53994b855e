import { expect, test } from "vitest";
import { contentHash } from "../../src/papers/content-hash.ts";

const PAPER = { title: "Neural Databases", abstract: "We build one." };

test("is a SHA-256 in hex that only title and abstract decide", () => {
  expect(contentHash(PAPER)).toMatch(/^[0-9a-f]{64}$/);
  const elsewhere = { ...PAPER, paperId: "neural-databases", rawAbstract: "We  build one.", sources: [] };
  expect(contentHash(elsewhere)).toBe(contentHash(PAPER));
});

test("changes with the title, with the abstract, and with the border between them", () => {
  const moved = { title: "Neural Databases We", abstract: "build one." };
  const changed = [{ ...PAPER, title: "neural databases" }, { ...PAPER, abstract: "We build two." }, moved];
  expect(new Set([PAPER, ...changed].map(contentHash)).size).toBe(4);
});
