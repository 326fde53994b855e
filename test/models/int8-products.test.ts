import fc from "fast-check";
import { expect, test } from "vitest";
import { createInt8Products } from "../../src/models/int8-products.ts";

const multiply = createInt8Products();

function byHand(a: Int8Array, b: Int8Array, dimensions: number): number[] {
  const rows = (array: Int8Array) =>
    Array.from({ length: array.length / dimensions }, (_, row) => [
      ...array.subarray(row * dimensions, (row + 1) * dimensions),
    ]);
  return rows(a).flatMap((left) =>
    rows(b).map((right) => left.reduce((sum, value, axis) => sum + value * (right[axis] ?? 0), 0)),
  );
}

const rows = (dimensions: number) =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((count) =>
      fc.array(fc.integer({ min: -127, max: 127 }), {
        minLength: count * dimensions,
        maxLength: count * dimensions,
      }),
    )
    .map((values) => Int8Array.from(values));

test("gives exactly the dot products of all rows", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .integer({ min: 1, max: 40 })
        .chain((dimensions) => fc.tuple(fc.constant(dimensions), rows(dimensions), rows(dimensions))),
      async ([dimensions, a, b]) => {
        expect([...(await multiply(a, b, dimensions))]).toEqual(byHand(a, b, dimensions));
      },
    ),
    { numRuns: 60 },
  );
});

test("the largest sums of 384 numbers do not run over", async () => {
  const extreme = new Int8Array(384).fill(-127);
  expect([...(await multiply(extreme, extreme, 384))]).toEqual([384 * 127 * 127]);
});

test("nothing to compare gives nothing", async () => {
  expect(await multiply(new Int8Array(), new Int8Array(384), 384)).toHaveLength(0);
});
