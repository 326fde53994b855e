import { expect, test } from "vitest";
import { codeRanges } from "../../../src/web/markdown/code-ranges.ts";

test("finds spans and fences of code, and takes backticks that nothing closes for text", () => {
  const text = "a `b` and ``c ` d`` and \\`no\\` and `open\n\n```ts\ncode `x`\n```\nend `f`";
  expect(codeRanges(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "`b`",
    "``c ` d``",
    "```ts\ncode `x`\n```",
    "`f`",
  ]);
});

test("an open fence goes on to the end", () => {
  const text = "a\n~~~\ncode\n```\nmore";
  expect(codeRanges(text).map(({ start }) => text.slice(start))).toEqual(["~~~\ncode\n```\nmore"]);
});
