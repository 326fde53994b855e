import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, shareOfEvidence } from "../../src/eval/score-evidence.ts";

const sentence = "one two three four five six seven eight nine ten eleven twelve";

describe("a quote covers a sentence", () => {
  test("where they share 80% of the shorter: 8 of a quote's 10 words", () => {
    expect(covers("one two three four five six seven eight x y", sentence)).toBe(true);
    expect(covers("one two three four five six seven x y z", sentence)).toBe(false);
  });

  test("where it is longer than the sentence, and holds 80% of it", () => {
    const padding = Array.from({ length: 30 }, (_, place) => `word${place}`).join(" ");
    // 80% of 12 words are 9.6.
    expect(covers(`${padding} one two three four five six seven eight nine ten`, sentence)).toBe(true);
    expect(covers(`${padding} one two three four five six seven eight nine`, sentence)).toBe(false);
  });

  test("counting a short quote as 8 words: 7 shared are enough, 6 are not", () => {
    expect(covers("one two three four five six seven", sentence)).toBe(true);
    expect(covers("one two three four five six", sentence)).toBe(false);
  });

  test("by a sentence of fewer than 8 words that it holds", () => {
    expect(covers("we release all of the code", "We release all of the code.")).toBe(true);
  });

  test("without regard to case, accents, punctuation and markup, a word as often as it comes in both", () => {
    expect(covers("Ône, TWO; three: four $five$ six seven-eight!", sentence)).toBe(true);
    expect(covers("one one one one one one one one", sentence)).toBe(false);
  });
});

test("every sentence needs one quote of its own that covers it; pieces of two quotes don't add up", () => {
  const other = "alpha beta gamma delta epsilon zeta eta theta iota kappa";
  expect(
    shareOfEvidence(
      [sentence, other],
      ["alpha beta gamma delta epsilon", sentence, "zeta eta theta iota kappa"],
    ),
  ).toBe(0.5);
  expect(shareOfEvidence([sentence], [])).toBe(0);
  expect(shareOfEvidence([], [sentence])).toBe(0);
});

test("a quote covers any sentence that is its own", () => {
  const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/u), { minLength: 8, maxLength: 60 });
  fc.assert(fc.property(words, (text) => covers(text.join(" "), text.join(" "))));
});
