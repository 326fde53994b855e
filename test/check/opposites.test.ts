import { expect, test } from "vitest";
import { negatedWords } from "../../src/check/negation.ts";
import { relationOf } from "../../src/check/opposites.ts";
import { wordsOf } from "../../src/check/read-words.ts";
import { namesExchanged } from "../../src/check/stated-names.ts";
import { numbersMissing, unitsChanged } from "../../src/check/stated-numbers.ts";

test.each([
  ["increases", "reduced", -1],
  ["better", "worse", -1],
  ["worse", "mitigates", -1],
  ["similar", "different", -1],
  ["stable", "unstable", -1],
  ["effective", "ineffective", -1],
  ["reduce", "decreases", 1],
  ["mitigates", "reduces", 1],
  ["train", "trained", 1],
  ["table", "model", 0],
  ["under", "understand", 0],
])("“%s” and “%s” relate by %i, either way round", (one, other, relation) => {
  const [first, second] = wordsOf(`${one} ${other}`);
  if (!first || !second) throw new Error("Two words are needed.");
  expect(relationOf(first, second)).toBe(relation);
  expect(relationOf(second, first)).toBe(relation);
});

test.each([
  ["It was not effective on poems", "effective"],
  ["It cannot fully cover the loss", "fully cover"],
  ["Models fail to generalise", "generalise"],
  ["It does not lack accuracy", ""],
  ["Not only accuracy rises", ""],
  ["It did not help, but accuracy rose", "help"],
])("“%s” denies “%s”", (text, denied) => {
  const words = wordsOf(text);
  const negated = negatedWords(text, words);
  const content = words.filter(
    ({ isContent, folded }, place) => isContent && negated[place] && folded !== "lack",
  );
  expect(content.map((word) => word.text).join(" ")).toContain(denied);
  if (denied === "") expect(content).toEqual([]);
});

test("a number in words is missing like one in figures", () => {
  const text = "Thirty-two annotators read 1,000 stories in twelve days.";
  expect(numbersMissing("32 annotators read 1000 stories in 12 days", text)).toEqual([]);
  expect(numbersMissing("Forty annotators read one of two stories", text)).toEqual(["Forty"]);
});

test.each([
  ["It took 50,000 accelerator days.", "It took 50,000 accelerator hours.", ["50,000 day"]],
  ["A model of 3M parameters.", "A model of 3B parameters.", ["3 million"]],
  ["A 12-billion-parameter model.", "Nemo 12B is a model.", []],
  ["It took 3 hours.", "There are 3 tasks.", []],
])("a changed unit is seen: %s beside %s", (sentence, text, changed) => {
  expect(unitsChanged(sentence, text)).toEqual(changed);
});

test("a name in the place of another one is exchanged, one in a place of its own is not", () => {
  const stated = "It was pretrained from StarCoderPlus on 435 billion tokens.";
  expect(namesExchanged("Aurora was pretrained from BLOOM on 435 billion tokens.", stated)).toEqual([
    "BLOOM",
  ]);
  expect(namesExchanged("Beside BLOOM, it was pretrained from StarCoderPlus on tokens.", stated)).toEqual([]);
});
