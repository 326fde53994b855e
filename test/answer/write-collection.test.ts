import { expect, test } from "vitest";
import { type CollectionCount, writeCollection } from "../../src/answer/write-collection.ts";
import { evidenceOf } from "./evidence-of.ts";

const EVIDENCE = evidenceOf({
  first: ["We test the parser on text-to-SQL."],
  second: ["Is text-to-SQL solved by *large* models?"],
});
const COUNT: CollectionCount = {
  asks: "list",
  forms: ["text-to-SQL"],
  found: 2,
  searched: 320,
  isFiltered: false,
};

function written(count: Partial<CollectionCount>, evidence = EVIDENCE): string {
  return [...writeCollection({ ...COUNT, ...count }, evidence)].join("");
}

test("a bullet for each paper, and how they were counted", () => {
  expect(written({})).toBe(
    [
      "2 of the 320 papers here mention “text-to-SQL”.",
      "",
      "- **The first paper**: “We test the parser on text-to-SQL” [1].",
      "- **The second paper**: “Is text-to-SQL solved by \\*large* models?” [2].",
      "",
      "I counted papers whose title or abstract mentions “text-to-SQL”, in any usual spelling; their full texts are not here.",
    ].join("\n"),
  );
});

test("what is not quoted is counted, with the way to all of it", () => {
  expect(written({ found: 1203, forms: ["reward (hacking)"], searched: 5000 })).toContain(
    "\nAnd 1,201 more: [all 1,203 in the library](/papers?query=%22reward%20%28hacking%29%22).\n",
  );
  expect(written({ found: 3, forms: [], documentKind: "survey" })).toContain(
    "And 1 more: [look in the library](/papers?query=survey).",
  );
});

test.each([
  [{ asks: "whether", found: 1 }, "Yes: 1 of the 320 papers here mentions “text-to-SQL”."],
  [{ found: 0 }, "None of the 320 papers here mentions “text-to-SQL”."],
  [{ isFiltered: true, searched: 1, found: 1 }, "1 of the 1 paper that you chose mentions “text-to-SQL”."],
  [{ forms: ["DPO", "preferences"] }, "2 of the 320 papers here mention “DPO” or “preferences”."],
  [{ forms: [], documentKind: "survey" }, "2 of the 320 papers here are surveys."],
  [{ documentKind: "benchmark" }, "2 of the 320 papers here present a benchmark and mention “text-to-SQL”."],
] as const)("%o", (count, opening) => {
  expect(written(count).split("\n")[0]).toBe(opening);
});

test("says what was counted of a kind of paper", () => {
  expect(written({ forms: [], documentKind: "survey" })).toContain(
    "I counted papers whose title or abstract says that it is a survey; their full texts are not here.",
  );
});
