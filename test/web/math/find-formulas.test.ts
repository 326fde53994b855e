import fc from "fast-check";
import { expect, test } from "vitest";
import { findFormulas } from "../../../src/web/math/find-formulas.ts";

function found(text: string, reading: Parameters<typeof findFormulas>[1] = { isMarkdown: true }): string[] {
  return findFormulas(text, reading).formulas.map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["runs in $O(n^2)$ time, $n \\log n$ at best", ["$O(n^2)$", "$n \\log n$"]],
  ["\\(a_b\\) and\n\\[\nx = 1\n\\]", ["\\(a_b\\)", "\\[\nx = 1\n\\]"]],
  ["$$\n\\sum_i x_i\n$$", ["$$\n\\sum_i x_i\n$$"]],
  ["“$\\mathcal{L}_{x}$” [1]", ["$\\mathcal{L}_{x}$"]],
  ["$2$ and $10 < x$ and $\\text{number of tokens}$", ["$2$", "$10 < x$", "$\\text{number of tokens}$"]],
  ["a $\\$5 + x$ b", ["$\\$5 + x$"]],
])("%j holds %j", (text, formulas) => {
  expect(found(text)).toEqual(formulas);
});

test.each([
  "costs $5 and $10.",
  "US$5 and then x$ more",
  "a range of $5-$10",
  "from $3 million to $4 million",
  "$PATH is where $HOME is",
  "a $ b $ c",
  "\\$x\\$ and \\\\(a\\\\)",
  "\\[1\\] and \\[b] and \\[MASK\\] stay",
  "`$x$` and `a` $y",
  "```\n$x$\n```",
  "https://example.org/?a=$b&c=$d",
  "$x\n\ny$",
  `$${"x".repeat(2001)}$`,
  "$$$$",
])("%j holds none", (text) => {
  expect(found(text)).toEqual([]);
});

test("a marker ends what looked like a formula, unless it belongs to a command", () => {
  const text = "from $a [1] to b$ and $\\sqrt[3]{x}$";
  const markers = [text.indexOf("[1]"), text.indexOf("[3]")];
  expect(found(text, { isMarkdown: true, markers })).toEqual(["$\\sqrt[3]{x}$"]);
});

test("in plain text a backtick is a sign like any other", () => {
  expect(found("`$x$`", {})).toEqual(["$x$"]);
});

test.each([
  ["The loss is $\\frac{a}{", 12],
  ["The loss is $", 12],
  ["The loss is $x$", 12],
  ["The loss is \\", 12],
  ["It costs $5", 9],
  ["It costs $5 an", undefined],
  ["The loss is $x$ a", undefined],
  ["The $x is\n\nnot one", undefined],
])("of %j that grows, what starts at %j waits", (text, openAt) => {
  expect(findFormulas(text, { isMarkdown: true, isGrowing: true }).openAt).toBe(openAt);
});

test("what has been shown of a growing text stays as it was shown", () => {
  const bits = fc.constantFrom(
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "x",
    "5",
    " ",
    "of the ",
    "`",
    "\n\n",
    "_{a}",
    ".",
    "=",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 24 }), (parts) => {
      const text = parts.join("");
      for (let length = 0; length < text.length; length += 1) {
        const before = findFormulas(text.slice(0, length), { isGrowing: true });
        const after = findFormulas(text.slice(0, length + 1), { isGrowing: true });
        expect(after.formulas.slice(0, before.formulas.length)).toEqual(before.formulas);
        expect(after.openAt ?? length + 1).toBeGreaterThanOrEqual(before.openAt ?? length);
      }
    }),
    { numRuns: 2000 },
  );
});
