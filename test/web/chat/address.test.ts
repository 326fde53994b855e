import { expect, test } from "vitest";
import { limitTo, readAddress, writeAddress } from "../../../src/web/chat/address.ts";

test("an address names a kept chat, and papers or pages to ask only", () => {
  expect(readAddress("?chat=abc&paper=one&paper=two")).toEqual({
    chatId: "abc",
    filter: { paperIds: ["one", "two"] },
  });
  expect(readAddress("?source=page%201.txt").filter).toEqual({ sources: ["page 1.txt"] });
  expect(readAddress("")).toEqual({ chatId: undefined, filter: undefined });
});

test("what is written can be read back, whatever the names hold", () => {
  const address = { chatId: "a&b", filter: { paperIds: ["x=1&y", "é #2"], sources: ["a b.txt"] } };
  expect(readAddress(writeAddress(address).slice(1))).toEqual(address);
  expect(writeAddress({ chatId: undefined, filter: undefined })).toBe("/");
});

test("a limit to nothing is none, and what comes twice counts once", () => {
  expect(limitTo({ paperIds: [], sources: [""] })).toBeUndefined();
  expect(limitTo({ paperIds: ["a", "a"] })).toEqual({ paperIds: ["a"] });
});
