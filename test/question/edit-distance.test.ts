import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../src/question/edit-distance.ts";

test.each([
  ["", "", 0],
  ["modelling", "modeling", 1],
  ["langauge", "language", 2],
  ["kitten", "sitting", 3],
  ["", "abc", 3],
])("from %j to %j it is %i", (one, other, distance) => {
  expect(editDistance(one, other, 5)).toBe(distance);
});

test("what is further than the most is one more than that", () => {
  expect(editDistance("kitten", "sitting", 2)).toBe(3);
  expect(editDistance("a", "abcdef", 2)).toBe(3);
});

test("it is the same both ways, and 0 for the same text only", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(editDistance(one, other, 9)).toBe(editDistance(other, one, 9));
      expect(editDistance(one, other, 9) === 0).toBe(one === other);
    }),
  );
});
