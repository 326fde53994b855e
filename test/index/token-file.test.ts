import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepTokens, packTokens, tokensFromBytes, tokensToBytes } from "../../src/index/paper-tokens.ts";
import { readTokens, tokenFileBytes, writeTokenFile } from "../../src/index/token-file.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

const DIMENSIONS = 8;
const text = (tokenIds: readonly number[], first: number) => ({
  tokenIds,
  sentences: tokenIds.map((_, place) => place),
  vectors: Float32Array.from({ length: tokenIds.length * DIMENSIONS }, (_, place) => Math.sin(place + first)),
});
/** Token 1 stands for punctuation. */
const isKept = (tokenId: number) => tokenId !== 1;
const short = packTokens([text([7, 1, 9], 0), text([7], 5)], DIMENSIONS, isKept);
const long = packTokens([text([30_000, 12, 13, 1], 9), text([12], 1), text([13, 14], 2)], DIMENSIONS, isKept);

test("keeps what tells something, with its token and the text that it was read in", () => {
  expect([...short.tokenIds]).toEqual([7, 9, 7]);
  expect([...short.segments]).toEqual([0, 0, 1]);
  expect([...short.sentences]).toEqual([0, 2, 0]);
  expect([...long.segments]).toEqual([0, 0, 0, 1, 2, 2]);
  expect(long.vectors).toHaveLength(6);
});

test("a token's vector is the same wherever it stands among the kept ones", () => {
  const alone = packTokens([text([13, 14], 2)], DIMENSIONS, isKept);
  expect([...long.vectors].slice(4)).toEqual([...alone.vectors]);
});

test("bytes give the same tokens back", () => {
  const back = tokensFromBytes(tokensToBytes(long), DIMENSIONS);
  expect([back.tokenIds, back.segments, back.sentences]).toEqual([
    long.tokenIds,
    long.segments,
    long.sentences,
  ]);
  expect([...back.vectors]).toEqual([...long.vectors]);
});

test("reads the papers asked for, in their order; one without tokens gives none", async () => {
  const file = join(await temporaryFolder(), "tokens.bin");
  const places = await writeTokenFile(
    file,
    [
      ["short", short],
      ["long", long],
    ],
    DIMENSIONS,
  );
  const [first, missing, second] = await readTokens(file, places, ["long", "nowhere", "short"]);
  expect(first?.tokenIds).toEqual(long.tokenIds);
  expect(second?.segments).toEqual(short.segments);
  expect(missing?.tokenIds).toHaveLength(0);
});

test("leaves out the tokens that are not wanted, and their vectors", () => {
  const kept = keepTokens(long, DIMENSIONS, (tokenId) => tokenId !== 12);
  expect([...kept.tokenIds]).toEqual([30_000, 13, 13, 14]);
  expect([...kept.segments]).toEqual([0, 0, 2, 2]);
  expect([...kept.sentences]).toEqual([0, 2, 0, 1]);
  expect([...kept.vectors]).toEqual([0, 2, 4, 5].map((row) => long.vectors[row]));
});

test("a file that ends too early is told, and is shorter than it has to be", async () => {
  const file = join(await temporaryFolder(), "tokens.bin");
  const places = await writeTokenFile(file, [["long", long]], DIMENSIONS);
  expect(tokenFileBytes(places)).toBe(tokensToBytes(long).length);
  await truncate(file, 5);
  await expect(readTokens(file, places, ["long"])).rejects.toThrow("ends before the tokens of long");
});
