import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryFor } from "../../src/prompts/boundary.ts";

test("a text never holds its own boundary, and gets the same one each time", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const boundary = boundaryFor(text);
      expect(text).not.toContain(boundary);
      expect(boundaryFor(text)).toBe(boundary);
      expect(boundaryFor(`${text}${boundary}`)).not.toBe(boundary);
    }),
  );
});
