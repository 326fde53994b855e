import { expect, test } from "vitest";
import { rotatedWidth, rotateRows } from "../../src/models/rotate-rows.ts";
import { packSigns, signBytes, signScale, unpackSigns } from "../../src/models/sign-bits.ts";
import { unitRows } from "../../src/models/token-math.ts";

const DIMENSIONS = 384;
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0);
const rowOf = (rows: Float32Array, row: number) =>
  rows.subarray(row * (rows.length / 4), (row + 1) * (rows.length / 4));
/** Unlike each other, and as uneven as a model's: the first axes hold most of every row. */
const rows = unitRows(
  Float32Array.from(
    { length: 4 * DIMENSIONS },
    (_, place) => Math.sin(place * place) / (1 + (place % DIMENSIONS)),
  ),
  DIMENSIONS,
);

test("a rotation keeps lengths and angles, and spreads a vector over all its numbers", () => {
  const turned = rotateRows(rows, DIMENSIONS);
  for (let one = 0; one < 4; one++) {
    for (let other = 0; other < 4; other++)
      expect(dot(rowOf(turned, one), rowOf(turned, other))).toBeCloseTo(
        dot(rowOf(rows, one), rowOf(rows, other)),
        4,
      );
  }
  expect(Math.max(...rows.map(Math.abs))).toBeGreaterThan(0.5);
  expect(Math.max(...turned.map(Math.abs))).toBeLessThan(0.25);
});

test("it is the same rotation every time, for any number of dimensions", () => {
  expect(rotateRows(rows, DIMENSIONS)).toEqual(rotateRows(rows, DIMENSIONS));
  const seven = Float32Array.of(1, 2, 3, 4, 5, 6, 7);
  expect(Math.hypot(...rotateRows(seven, 7))).toBeCloseTo(Math.hypot(...seven), 4);
});

test("products with packed vectors are the real cosines within a tenth", () => {
  const turned = rotateRows(rows, DIMENSIONS);
  const packed = packSigns(rows, DIMENSIONS);
  expect(packed).toHaveLength(4 * signBytes(DIMENSIONS));
  const signs = unpackSigns([packed]);
  for (let one = 0; one < 4; one++) {
    for (let other = 0; other < 4; other++) {
      const stored = signs.subarray(one * rotatedWidth(DIMENSIONS), (one + 1) * rotatedWidth(DIMENSIONS));
      const estimate = dot(stored, rowOf(turned, other)) * signScale(DIMENSIONS);
      expect(Math.abs(estimate - dot(rowOf(rows, one), rowOf(rows, other)))).toBeLessThan(0.1);
    }
  }
});

test("several arrays are unpacked one behind the other, a sign a bit", () => {
  const signs = unpackSigns([Uint8Array.of(0b1010_0001), Uint8Array.of(0, 0b1111_1111)]);
  expect([...signs]).toEqual([
    1,
    -1,
    -1,
    -1,
    -1,
    1,
    -1,
    1,
    ...new Array(8).fill(-1),
    ...new Array(8).fill(1),
  ]);
});
