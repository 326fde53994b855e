import fc from "fast-check";
import { expect, test } from "vitest";
import { createDelimiterFilter } from "../../src/answer/delimiter-filter.ts";
import { cutAnywhere } from "./drafts.ts";

function filter(pieces: readonly string[]): string {
  const delimiters = createDelimiterFilter("5666848c8192");
  return [...pieces.map((piece) => delimiters.push(piece)), delimiters.end()].join("");
}

test.each([
  ["So: <evidence 5666848c8192>\n[1] A", "So: \n[1] A"],
  ["A</evidence 5666848c8192>", "A"],
  ["<evidence 000000000000> stays, as 1 < 2 does", "<evidence 000000000000> stays, as 1 < 2 does"],
  ["<evidence 5666848c8192", "<evidence 5666848c8192"],
])("the prompt's own delimiters are taken out: %j", (draft, expected) => {
  expect(filter([draft])).toBe(expected);
});

test("only what may become a delimiter is held back", () => {
  const delimiters = createDelimiterFilter("5666848c8192");
  expect(delimiters.push("as 1 <")).toBe("as 1 ");
  expect(delimiters.push(" 2 and <evid")).toBe("< 2 and ");
  expect(delimiters.push("ent")).toBe("<evident");
});

test("however a draft is cut, the same is taken out", () => {
  const draft = fc
    .array(
      fc.constantFrom("<evidence 5666848c8192>", "</evidence 5666848c8192>", "<", "</evidence", " 5", "a"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(cutAnywhere(draft), ({ draft: text, pieces }) => {
      expect(filter(pieces)).toBe(filter([text]));
    }),
  );
});
