import fc from "fast-check";
import { expect, test } from "vitest";
import { createMarkerReader, type DraftToken } from "../../src/answer/marker-reader.ts";
import { cutAnywhere, draftText } from "./drafts.ts";

/** The draft with each marker written as `<1 2>` and all else as it was passed on. */
function read(pieces: readonly string[]): string {
  const reader = createMarkerReader();
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()].map(show).join("");
}

function show(token: DraftToken): string {
  return token.type === "text" ? token.text : `<${token.numbers.join(" ")}>`;
}

test.each([
  ["a number", "So it is [1].", "So it is <1>."],
  ["numbers in one bracket", "[1, 2][3,4] [5;6]", "<1 2><3 4> <5 6>"],
  ["a range", "[2-4] [1–2]", "<2 3 4> <1 2>"],
  ["full-width brackets", "【1】【2,3】［4］", "<1><2 3><4>"],
  ["Markdown footnotes", "[^1][^2, ^3]", "<1><2 3>"],
  ["doubled brackets", "[[1]] [[2, 3]]", "<1> <2 3>"],
  ["spaces inside", "[ 1 ] [1 ,2]", "<1> <1 2>"],
  ["markers after an unclosed backtick", "a ` b [1]\n[2]", "a ` b <1>\n<2>"],
  ["markers after LaTeX quotes", "``a'' [1] and ``b'' [2]", "``a'' <1> and ``b'' <2>"],
  [
    "markers after a span that closes too late",
    `a \`${"b".repeat(400)} [1]\``,
    `a \`${"b".repeat(400)} <1>\``,
  ],
  ["markers after code", "`x[1]` [1] ``a`[2]`` [2]", "`x[1]` <1> ``a`[2]`` <2>"],
  ["markers after a fence", "```py\na[1]\n```\n[1]", "```py\na[1]\n```\n<1>"],
  [
    "markers after a fence in a list",
    "- ~~~\n  [1]\n  ```\n  ~~~~\n- [2]",
    "- ~~~\n  [1]\n  ```\n  ~~~~\n- <2>",
  ],
  ["a marker before a bracket", "[1] (see [2](a b))", "<1> (see <2>(a b))"],
])("reads %s", (_, draft, expected) => {
  expect(read([draft])).toBe(expected);
});

test.each([
  ["links", "[text](https://a.org/x) [1](https://a.org) [[2]](#two) ![3](a.png)"],
  ["escaped brackets", "\\[1\\] and \\\\\\[2]"],
  ["years and other long numbers", "[2023] [1234, 5]"],
  ["intervals", "scores in [0, 1], [0.5, 1] or [-1, 1]"],
  ["words in brackets", "[sic] [x] [1a] [1 2] []"],
  ["ranges that run too far", "[1-300]"],
  ["an unclosed fence", "```\n[1]\n``\n[2]"],
  ["a marker that never closes", "so [1"],
  ["brackets over a line's end", "[1\n]"],
])("leaves %s alone", (_, draft) => {
  expect(read([draft])).toBe(draft);
});

test("passes text on at once and holds back only what may be a marker", () => {
  const reader = createMarkerReader();
  const push = (piece: string) => reader.push(piece).map(show).join("");
  expect(push("LoRA freezes")).toBe("LoRA freezes");
  expect(push(" the weights [")).toBe(" the weights ");
  expect(push("1")).toBe("");
  expect(push("]")).toBe("");
  expect(push(". A [")).toBe("<1>. A ");
  expect(push("word")).toBe("[word");
});

test("however a draft is cut, the tokens are the same, and all text is kept", () => {
  fc.assert(
    fc.property(cutAnywhere(draftText), ({ draft, pieces }) => {
      expect(read(pieces)).toBe(read([draft]));
    }),
    { numRuns: 1000 },
  );
});

test("text without brackets is never altered", () => {
  fc.assert(
    fc.property(draftText, (draft) => {
      const text = draft.replace(/[[【［]/g, "");
      expect(read([text])).toBe(text);
    }),
  );
});
