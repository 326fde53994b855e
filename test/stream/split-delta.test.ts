import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_DELTA_CHARACTERS, splitDelta } from "../../src/stream/split-delta.ts";

const prose = fc
  .array(fc.oneof(fc.constantFrom("[1]", "[12][3]", "[345]", "😀", "é", "𝒳", "[", "]", "7"), fc.lorem()), {
    minLength: 0,
    maxLength: 250,
  })
  .map((pieces) => pieces.join(""));

test("deltas join to the text, none of them empty or too long", () => {
  fc.assert(
    fc.property(prose, (text) => {
      const deltas = splitDelta(text);
      expect(deltas.join("")).toBe(text);
      for (const delta of deltas) {
        expect(delta.length).toBeGreaterThan(0);
        expect(delta.length).toBeLessThanOrEqual(MAX_DELTA_CHARACTERS);
      }
    }),
  );
});

test("no cut falls inside a marker or a surrogate pair", () => {
  fc.assert(
    fc.property(prose, (text) => {
      const deltas = splitDelta(text);
      expect(deltas.every((delta) => delta.isWellFormed())).toBe(true);
      const markers = (piece: string) => piece.match(/\[\d{1,4}\]/g) ?? [];
      expect(deltas.flatMap(markers)).toEqual(markers(text));
    }),
  );
});

test.each([
  ["a marker", `${"x".repeat(198)}[12] y`, ["x".repeat(198), "[12] y"]],
  ["a surrogate pair", `${"x".repeat(199)}😀`, ["x".repeat(199), "😀"]],
  ["neither", "x".repeat(401), ["x".repeat(200), "x".repeat(200), "x"]],
])("cuts before %s at the limit", (_, text, deltas) => {
  expect(splitDelta(text)).toEqual(deltas);
});

test("text at the limit stays whole, and no text gives no delta", () => {
  expect(splitDelta("x".repeat(200))).toEqual(["x".repeat(200)]);
  expect(splitDelta("")).toEqual([]);
});
