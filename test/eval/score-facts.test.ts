import { describe, expect, test } from "vitest";
import { readPart, shareOfFacts, states } from "../../src/eval/score-facts.ts";

describe("a string is stated", () => {
  test.each([
    ["whatever the case", "The GUMBEL-Max model", "Gumbel-max"],
    ["as the beginning of a word", "its vocabulary", "vocabular"],
    ["as a number at the end of a sentence", "There are 15.", "15"],
    ["as a number in a list", "of 15, 20 and 25", "15"],
    ["as a number before a unit", "a 13B model, 54%", "54%"],
    ["across a line break", "54\npercent", "54 percent"],
    ["with signs that mean something in a pattern", "HTML-T5++ and 2.5×", "T5++"],
    ["in an opening bracket", "(PAL)", "(PAL)"],
  ])("%s", (_, text, wanted) => {
    expect(states(text, wanted)).toBe(true);
  });

  test.each([
    ["not inside a longer number", "115 scenarios, 155 rules", "15"],
    ["not before a decimal point or a comma of thousands", "15.5 and 15,000", "15"],
    ["not behind one", "3.15 and 3,15", "15"],
    ["not as a percentage's end", "64.54%", "54%"],
    ["not as a shorter model size", "a 113B model", "13B"],
  ])("%s", (_, text, wanted) => {
    expect(states(text, wanted)).toBe(false);
  });
});

test("the share counts each fact once, by any of its strings", () => {
  const facts = [["embodiment", "embodied"], ["precarious"], ["15", "fifteen"]];
  expect(shareOfFacts(facts, "Embodied, embodiment; fifteen.")).toBeCloseTo(2 / 3, 12);
  expect(shareOfFacts([], "anything")).toBe(0);
});

test("900 characters are read for each gold paper, and as many where there is none", () => {
  const text = `${"x".repeat(894)} fact here`;
  expect(states(readPart(text, 1), "fact")).toBe(true);
  expect(states(readPart(text, 1), "fact here")).toBe(false);
  expect(states(readPart(text, 2), "fact here")).toBe(true);
  expect(readPart(text, 0)).toHaveLength(900);
});
