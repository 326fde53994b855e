import { expect, test } from "vitest";
import {
  readLibraryAddress,
  usualSort,
  writeLibraryAddress,
} from "../../../src/web/library/library-address.ts";

test.each([
  ["", { query: "", sort: undefined }],
  ["?query=speech", { query: "speech", sort: undefined }],
  ["?query=speech&sort=added", { query: "speech", sort: "added" }],
  ["?query=speech&sort=relevance", { query: "speech", sort: undefined }],
  ["?sort=title", { query: "", sort: undefined }],
  ["?sort=added", { query: "", sort: "added" }],
  ["?sort=relevance", { query: "", sort: undefined }],
  ["?query=+a%26b+&sort=price", { query: "a&b", sort: undefined }],
])("reads %j", (search, address) => {
  expect(readLibraryAddress(search)).toEqual(address);
});

test.each([
  [{ query: "", sort: undefined }, "/papers"],
  [{ query: "a&b = c#d", sort: undefined }, "/papers?query=a%26b+%3D+c%23d"],
  [{ query: "speech", sort: "title" }, "/papers?query=speech&sort=title"],
  [{ query: "", sort: "added" }, "/papers?sort=added"],
] as const)("%j is written, and read again", (address, written) => {
  expect(writeLibraryAddress(address)).toBe(written);
  expect(readLibraryAddress(written.slice("/papers".length))).toEqual(address);
});

test("the usual order is best first where there is a query, else by title", () => {
  expect([usualSort(""), usualSort("speech")]).toEqual(["title", "relevance"]);
});
