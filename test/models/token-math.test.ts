import fc from "fast-check";
import { expect, test } from "vitest";
import { pickRows, quantiseRows, unitRows, weightedMean } from "../../src/models/token-math.ts";

test("the weighted mean adds raw vectors by their weights and has unit length", () => {
  const tokens = { tokenIds: [1, 2, 3], vectors: Float32Array.of(3, 0, 0, 4, 100, 100) };
  const mean = weightedMean(tokens, [1, 2, 0]);
  // 1 * (3, 0) + 2 * (0, 4) = (3, 8)
  expect(mean[0]).toBeCloseTo(3 / Math.hypot(3, 8));
  expect(mean[1]).toBeCloseTo(8 / Math.hypot(3, 8));
});

test("no weights give zeros, not NaN", () => {
  expect(weightedMean({ tokenIds: [1], vectors: Float32Array.of(1, 2) }, [0])).toEqual([0, 0]);
});

test("rows get unit length, and an empty row stays empty", () => {
  expect([...unitRows(Float32Array.of(3, 4, 0, 0), 2)].map((value) => Number(value.toFixed(6)))).toEqual([
    0.6, 0.8, 0, 0,
  ]);
});

test("picks rows in the order asked for", () => {
  expect([...pickRows(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 0], 2)]).toEqual([5, 6, 1, 2]);
});

test("quantised numbers differ from the real ones by half a step at most", () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (values) => {
        const rows = Float32Array.from(values);
        const { scales, vectors } = quantiseRows(rows, 4);
        for (const [place, value] of rows.entries()) {
          const scale = scales[Math.floor(place / 4)] ?? 0;
          expect(Math.abs((vectors[place] ?? 0) * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-6);
        }
      },
    ),
  );
});
