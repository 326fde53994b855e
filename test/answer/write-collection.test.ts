import { expect, test } from "vitest";
import { type CollectionCount, writeCollection } from "../../src/answer/write-collection.ts";
import { evidenceOf } from "./evidence-of.ts";

const EVIDENCE = evidenceOf({
  first: ["We test the parser on text-to-SQL."],
  second: ["Is text-to-SQL solved by *large* models?"],
});
const COUNT: CollectionCount = {
  asks: "list",
  terms: [["text-to-SQL"]],
  joinedBy: "and",
  isNegated: false,
  found: 2,
  ofKind: 320,
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
  expect(written({ found: 1203, terms: [["reward (hacking)"]], searched: 5000 })).toContain(
    "\nAnd 1,201 more: [all 1,203 in the library](/papers?query=%22reward%20%28hacking%29%22).\n",
  );
  expect(written({ found: 3, terms: [], documentKind: "survey" })).toContain(
    "And 1 more: [look in the library](/papers?query=survey).",
  );
});

test.each([
  [{ asks: "whether", found: 1 }, "Yes: 1 of the 320 papers here mentions “text-to-SQL”."],
  [{ found: 0 }, "None of the 320 papers here mentions “text-to-SQL”."],
  [{ isFiltered: true, searched: 1, found: 1 }, "The one paper that you chose mentions “text-to-SQL”."],
  [
    { isFiltered: true, searched: 1, found: 0 },
    "The one paper that you chose doesn’t mention “text-to-SQL”.",
  ],
  [{ found: 0, documentKind: "survey", ofKind: 8 }, "None of the 8 surveys here mentions “text-to-SQL”."],
  [
    { found: 0, documentKind: "benchmark", ofKind: 1 },
    "The one paper with a benchmark here doesn’t mention “text-to-SQL”.",
  ],
  [
    { terms: [["GSM8K"], ["DPO", "preferences"]] },
    "2 of the 320 papers here mention both “GSM8K” and (“DPO” or “preferences”).",
  ],
  [{ terms: [["GSM8K"], ["MATH"]], joinedBy: "or" }, "2 of the 320 papers here mention “GSM8K” or “MATH”."],
  [{ isNegated: true, found: 251 }, "251 of the 320 papers here don’t mention “text-to-SQL”."],
  [{ terms: [["DPO", "preferences"]] }, "2 of the 320 papers here mention “DPO” or “preferences”."],
  [{ terms: [], documentKind: "survey" }, "2 of the 320 papers here are surveys."],
  [{ documentKind: "benchmark" }, "2 of the 320 papers here present a benchmark and mention “text-to-SQL”."],
] as const)("%o", (count, opening) => {
  expect(written(count).split("\n")[0]).toBe(opening);
});

test("says what was counted of a kind of paper", () => {
  expect(written({ terms: [], documentKind: "survey" })).toContain(
    "I counted papers whose title or abstract says that it is a survey; their full texts are not here.",
  );
});

test("what papers don't mention can't be quoted, and it says so", () => {
  const text = written({ isNegated: true, found: 251 }, []);
  expect(text).toBe(
    [
      "251 of the 320 papers here don’t mention “text-to-SQL”.",
      "",
      "I counted papers whose title or abstract doesn’t mention “text-to-SQL”, in any usual spelling; their full texts are " +
        "not here. No sentence shows what a paper leaves out, so I quote none of them; those that do mention it: " +
        "[all 69 in the library](/papers?query=%22text-to-SQL%22).",
    ].join("\n"),
  );
  expect(written({ isNegated: true, found: 0 }, [])).toMatch(
    /^All of the 320 papers here mention “text-to-SQL”\.\n/u,
  );
});
