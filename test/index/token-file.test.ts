import { join } from "node:path";
import { expect, test } from "vitest";
import { packTokens, tokensFromBytes, tokensToBytes } from "../../src/index/paper-tokens.ts";
import { readTokens, writeTokenFile } from "../../src/index/token-file.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

const DIMENSIONS = 8;
const text = (tokenIds: readonly number[], first: number) => ({
  tokenIds,
  vectors: Float32Array.from({ length: tokenIds.length * DIMENSIONS }, (_, place) => Math.sin(place + first)),
});
/** Token 1 stands for punctuation. */
const isKept = (tokenId: number) => tokenId !== 1;
const short = packTokens([text([7, 1, 9], 0), text([7], 5)], DIMENSIONS, isKept);
const long = packTokens([text([30_000, 12, 13, 1], 9), text([12], 1), text([13, 14], 2)], DIMENSIONS, isKept);

test("keeps what tells something, with its token and the text that it was read in", () => {
  expect([...short.tokenIds]).toEqual([7, 9, 7]);
  expect([...short.segments]).toEqual([0, 0, 1]);
  expect([...long.segments]).toEqual([0, 0, 0, 1, 2, 2]);
  expect(long.vectors).toHaveLength(6);
});

test("a token's vector is the same wherever it stands among the kept ones", () => {
  const alone = packTokens([text([13, 14], 2)], DIMENSIONS, isKept);
  expect([...long.vectors].slice(4)).toEqual([...alone.vectors]);
});

test("bytes give the same tokens back", () => {
  const back = tokensFromBytes(tokensToBytes(long), DIMENSIONS);
  expect([back.tokenIds, back.segments]).toEqual([long.tokenIds, long.segments]);
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
