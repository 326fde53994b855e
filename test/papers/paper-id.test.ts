import fc from "fast-check";
import { expect, test } from "vitest";
import { paperId } from "../../src/papers/paper-id.ts";

test.each([
  [
    "R-Tuning: Teaching Large Language Models to Refuse Unknown Questions",
    "r-tuning-teaching-large-language-models-to-refuse-unknown-questions",
  ],
  ["TÜLU 3: Pushing Frontiers", "tulu-3-pushing-frontiers"],
  ["  (Un)Reliability & 'Prompts'!", "un-reliability-prompts"],
  [`${"abcdefghi ".repeat(8)}tail`, "abcdefghi-".repeat(8).slice(0, 79)],
])("makes an id of %j", (title, id) => {
  expect(paperId(title, new Set())).toBe(id);
});

test("adds six digits of the title's SHA-256 where another title has the same slug", () => {
  expect(paperId("Neural Databases!", new Set(["neural-databases"]))).toBe("neural-databases-4bdc5d");
});

test("names a title without Latin letters or digits by its hash", () => {
  expect(paperId("神经数据库", new Set())).toMatch(/^paper-[0-9a-f]{6}$/);
  expect(paperId("神经数据库", new Set())).not.toBe(paperId("数据库", new Set()));
});

test("gives every title its own id, in the contract's alphabet and length", () => {
  const title = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("A", "a", "A!", "é", "神"));
  fc.assert(
    fc.property(fc.array(title), (titles) => {
      const taken = new Set<string>();
      for (const text of titles) {
        const id = paperId(text, taken);
        expect(id).toMatch(/^(?=.{1,87}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
    }),
  );
});
