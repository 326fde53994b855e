import { expect, test } from "vitest";
import { plainSentence } from "../../src/check/plain-sentence.ts";

test.each([
  ["- It **freezes** weights [1].", "It freezes weights ."],
  ["It is so \\[1\\] in \\[12\\]", "It is so  in"],
  ["See https://a.org/2401.12345v1_x, and (www.b.org/7).", "See , and ()."],
  ["[here](http://a.org/3)", "[here]()"],
  ["Snake_case names and 2 \\* 3 stay", "Snake_case names and 2 * 3 stay"],
])("reads %j as %j", (sentence, plain) => {
  expect(plainSentence(sentence)).toBe(plain);
});
