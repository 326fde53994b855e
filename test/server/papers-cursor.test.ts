import fc from "fast-check";
import { expect, test } from "vitest";
import { BadRequestError } from "../../src/domain/errors.ts";
import { readCursor, writeCursor } from "../../src/server/papers-cursor.ts";

const byTitle = { query: undefined, sort: "title" };

test("a cursor comes back as the offset it was made of, and needs no escaping in an address", () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.string(), { nil: undefined }), (offset, query) => {
      const cursor = writeCursor(offset, { query, sort: "title" });
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(readCursor(cursor, { query, sort: "title" })).toBe(offset);
    }),
  );
});

test("a cursor of another list is refused", () => {
  const cursor = writeCursor(50, byTitle);
  expect(() => readCursor(cursor, { query: undefined, sort: "added" })).toThrow(BadRequestError);
  expect(() => readCursor(cursor, { query: "lora", sort: "title" })).toThrow(BadRequestError);
});

test("whatever else is sent as a cursor is refused in words", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readCursor(text, byTitle)).toThrow(/cursor doesn't belong to this list/);
    }),
  );
  const negative = Buffer.from('[-1,"00000000"]').toString("base64url");
  expect(() => readCursor(negative, byTitle)).toThrow(BadRequestError);
});
