import { expect, test } from "vitest";
import { escapeMarkdown } from "../../src/answer/escape-markdown.ts";
import { plainAnswer } from "../../src/eval/plain-answer.ts";

test.each([
  ["a marker", "It halves the rate [1]. It does [2][13].", "It halves the rate. It does."],
  ["bold and italics", "**PAL**: a *new* ***thing*** and __this__", "PAL: a new thing and this"],
  ["bold around italics", "**a *b* c**", "a b c"],
  [
    "headings, bullets, quotes and numbers of lists",
    "# Head\n- one\n* two\n> three\n12. four",
    "Head one two three four",
  ],
  ["code", "Run `a*b*c` or `[1]`", "Run a*b*c or [1]"],
  [
    "links",
    "[the *paper*](https://example.org/a) at <https://example.org/b>",
    "the paper at https://example.org/b",
  ],
  ["strikethrough", "~~old~~ new", "old new"],
  ["escapes", "\\[1\\] and F\\* and \\_x\\_", "[1] and F* and _x_"],
  ["white space", "  one\n\n two\t", "one two"],
])("takes out %s", (_, markdown, plain) => {
  expect(plainAnswer(markdown)).toBe(plain);
});

test.each([
  "Proofs in F* and Coq, F*.",
  "snake_case_name",
  "HTML-T5++ at 57.0%",
  "[2023] and ~5 of 7",
  "2 * 3 * 4",
])("leaves %s", (text) => {
  expect(plainAnswer(text)).toBe(text);
});

test("gives back what was escaped for Markdown", () => {
  const quote = "We use *F_1* [3], `code` and <b> & _all_ of ~this, see https://example.org/x_y_z.";
  expect(plainAnswer(escapeMarkdown(quote))).toBe(quote);
});
