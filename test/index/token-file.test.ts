import { join } from "node:path";
import { expect, test } from "vitest";
import { packTokens, tokensFromBytes, tokensToBytes } from "../../src/index/paper-tokens.ts";
import { readTokens, writeTokenFile } from "../../src/index/token-file.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

const DIMENSIONS = 4;
const text = (tokenIds: readonly number[], first: number) => ({
  tokenIds,
  vectors: Float32Array.from({ length: tokenIds.length * DIMENSIONS }, (_, place) => Math.sin(place + first)),
});
/** Token 1 stands for punctuation. */
const weightOf = (tokenId: number) => (tokenId === 1 ? 0 : 2);
const short = packTokens([text([7, 1, 9], 0), text([7], 5)], DIMENSIONS, weightOf);
const long = packTokens(
  [text([30_000, 12, 13, 1], 9), text([12], 1), text([13, 14], 2)],
  DIMENSIONS,
  weightOf,
);

test("keeps what weighs something, with its token and the text that it was read in", () => {
  expect([...short.tokenIds]).toEqual([7, 9, 7]);
  expect([...short.segments]).toEqual([0, 0, 1]);
  expect([...long.segments]).toEqual([0, 0, 0, 1, 2, 2]);
  for (const row of short.scales.keys()) {
    const values = [...short.vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)];
    expect(Math.hypot(...values) * (short.scales[row] ?? 0)).toBeCloseTo(1, 1);
    expect(Math.max(...values.map(Math.abs))).toBe(127);
  }
});

test("bytes give the same tokens back", () => {
  expect(tokensFromBytes(tokensToBytes(long), DIMENSIONS)).toEqual(long);
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
  expect(first).toEqual(long);
  expect(second).toEqual(short);
  expect(missing?.scales).toHaveLength(0);
});
